import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { judgeTlsPolicy } from "../../model/tls-policy";
import { LISTENERS } from "../../model/types";

export default defineRule({
  name: "listener-has-forward-secrecy",
  requires: "An HTTPS or TLS listener agrees on no key that can be found out later.",
  fix: 'Set sslPolicy to a policy whose ciphers all have forward secrecy, such as "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09".',
  severity: "medium",
  group: Group.Hygiene,
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html",
  controls: { pulumi: ["aws-alb-listener-configure-secure-tls", "aws-lb-listener-configure-secure-tls"] },
  types: LISTENERS,
  guards: ["sslPolicy"],
  judge: (listener) =>
    judgeTlsPolicy(
      listener,
      ({ weakCiphers }) => !weakCiphers.includes("RSA"),
      'set it to a policy with forward secrecy alone, such as "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09".',
    ),
});
