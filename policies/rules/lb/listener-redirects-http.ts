import { Group } from "../../model/levels";
import { judgeRedirect } from "../../model/redirect";
import { defineRule } from "../../model/rule";
import { LISTENERS, LOAD_BALANCERS } from "../../model/types";

export default defineRule({
  name: "listener-redirects-http",
  requires: "An HTTP listener does nothing but redirect to HTTPS.",
  fix: 'Set its default action to type: "redirect" with redirect.protocol: "HTTPS", and listen for HTTPS on port 443.',
  severity: "high",
  group: Group.Tls,
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-action-types.html",
  controls: {
    fsbp: ["ELB.1"],
    checkov: ["CKV_AWS_2", "CKV_AWS_103", "CKV2_AWS_20"],
    cdkNag: ["ALBHttpToHttpsRedirection"],
    prowler: ["elbv2_ssl_listeners"],
    awsguard: ["albHttpToHttpsRedirection"],
    pulumi: ["aws-alb-listener-disallow-unencrypted-traffic", "aws-lb-listener-disallow-unencrypted-traffic"],
  },
  types: LISTENERS,
  guards: ["protocol", "defaultActions"],
  evidence: LOAD_BALANCERS,
  judge: (listener, _config, program) => judgeRedirect(listener, program),
});
