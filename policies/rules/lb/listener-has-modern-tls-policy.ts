import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { judgeTlsPolicy, startsAt } from "../../model/tls-policy";
import { LISTENERS } from "../../model/types";

interface TlsConfig {
  minimumTls: string;
}

export default defineRule<TlsConfig>({
  name: "listener-has-modern-tls-policy",
  requires: "An HTTPS or TLS listener refuses outdated versions of TLS.",
  fix: 'Set sslPolicy to a policy that starts at TLS 1.2, such as "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09".',
  severity: "high",
  group: Group.Tls,
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html",
  controls: {
    checkov: ["CKV_AWS_103", "CKV2_AWS_74"],
    prowler: ["elbv2_insecure_ssl_ciphers"],
    pulumi: ["aws-alb-listener-configure-secure-tls", "aws-lb-listener-configure-secure-tls"],
  },
  types: LISTENERS,
  guards: ["sslPolicy"],
  config: {
    minimumTls: {
      type: "string",
      enum: ["1.2", "1.3"],
      default: "1.2",
      description: "The lowest version of TLS that a listener may take",
    },
  },
  judge: (listener, { minimumTls }) =>
    judgeTlsPolicy(
      listener,
      (policy) => startsAt(policy, minimumTls),
      `set it to a policy that starts at TLS ${minimumTls}, such as "ELBSecurityPolicy-TLS13-1-${minimumTls.slice(2)}-2021-06".`,
    ),
});
