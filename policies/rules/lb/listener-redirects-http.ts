import { each, is, mustBe, not, where, type Subject } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { type Facts } from "../../model/verdict";
import { LISTENERS } from "../../model/types";

const CHANGE = "redirect to HTTPS.";

export default defineRule({
  name: "listener-redirects-http",
  requires: "An HTTP listener does nothing but redirect to HTTPS.",
  fix: 'Set its default action to type: "redirect" with redirect.protocol: "HTTPS", and listen for HTTPS on port 443.',
  severity: "high",
  group: Group.Tls,
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-action-types.html",
  controls: {
    fsbp: ["ELB.1", "ELB.18"],
    checkov: ["CKV_AWS_2", "CKV2_AWS_20"],
    cdkNag: ["ALBHttpToHttpsRedirection"],
    prowler: ["elbv2_ssl_listeners"],
    awsguard: ["albHttpToHttpsRedirection"],
    pulumi: ["aws-alb-listener-disallow-unencrypted-traffic"],
  },
  types: LISTENERS,
  guards: ["protocol", "defaultActions"],
  judge: (listener) => where(is(listener, "protocol", "HTTP"), () => [each(listener, "defaultActions", judgeAction)]),
});

/** A fixed response gives nothing away, and needs no encryption. */
function judgeAction(action: Subject): Facts {
  return where(not(is(action, "type", "fixed-response")), () => [
    mustBe(action, "type", "redirect", {
      known: ["forward", "authenticate-cognito", "authenticate-oidc"],
      change: CHANGE,
    }),
    where(is(action, "type", "redirect"), () =>
      // Without a protocol, a redirect keeps the request's.
      mustBe(action, "redirect.protocol", "HTTPS", { absent: "#{protocol}", known: ["HTTP", "#{protocol}"] }),
    ),
  ]);
}
