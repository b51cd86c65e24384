import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { judgeTlsPolicy } from "../../model/tls-policy";
import { LISTENERS } from "../../model/types";

export default defineRule({
  name: "listener-has-fips-tls-policy",
  requires: "An HTTPS or TLS listener uses cryptography that is validated to FIPS 140-3.",
  fix: 'Set sslPolicy to a policy with FIPS in its name, such as "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09".',
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html",
  controls: { prowler: ["elbv2_listener_fips_tls_enabled"] },
  types: LISTENERS,
  guards: ["sslPolicy"],
  judge: (listener) =>
    judgeTlsPolicy(
      listener,
      ({ fips }) => fips,
      'set it to a FIPS policy, such as "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09".',
    ),
});
