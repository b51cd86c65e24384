import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { judgeTlsPolicy } from "../../model/tls-policy";
import { LISTENERS } from "../../model/types";

export default defineRule({
  name: "listener-has-post-quantum-tls-policy",
  requires: "An HTTPS or TLS listener offers a key exchange that withstands quantum computers.",
  fix: 'Set sslPolicy to a policy with PQ in its name, such as "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09".',
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html",
  controls: { prowler: ["elbv2_listener_pqc_tls_enabled"] },
  types: LISTENERS,
  guards: ["sslPolicy"],
  judge: (listener) =>
    judgeTlsPolicy(
      listener,
      ({ postQuantum }) => postQuantum,
      'set it to a post-quantum policy, such as "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09".',
    ),
});
