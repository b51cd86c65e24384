import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { judgeTlsPolicy } from "../../model/tls-policy";
import { LISTENERS } from "../../model/types";

export default defineRule({
  name: "listener-has-recommended-tls-policy",
  requires: "An HTTPS or TLS listener has a TLS policy that AWS recommends.",
  fix: 'Set sslPolicy to "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09", or to a policy for TLS 1.3 alone.',
  severity: "medium",
  group: Group.Hygiene,
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html",
  controls: { fsbp: ["ELB.17"] },
  types: LISTENERS,
  guards: ["sslPolicy"],
  judge: (listener) =>
    judgeTlsPolicy(
      listener,
      ({ maximumTls, weakCiphers }) => maximumTls === "1.3" && weakCiphers.length === 0,
      'set it to a policy with TLS 1.3 and no weak ciphers, such as "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09".',
    ),
});
