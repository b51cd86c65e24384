import { each, get, is, mustBe, mustBeSet, where, type Subject } from "../../model/facts";
import { Group } from "../../model/levels";
import { takesHttp } from "../../model/listener";
import { list } from "../../model/reading";
import { defineRule } from "../../model/rule";
import { LISTENERS, LOAD_BALANCERS } from "../../model/types";
import type { Facts } from "../../model/verdict";

const CHANGE = "redirect to HTTPS.";

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
  judge: (listener, _config, program) =>
    where(takesHttp(listener, program), () => {
      const actions = list(get(listener, "defaultActions"));
      return Array.isArray(actions) && actions.length === 0
        ? mustBeSet(listener, "defaultActions", CHANGE)
        : each(listener, "defaultActions", judgeAction);
    }),
});

/** An answer of the load balancer's own is no redirect either: the client goes on in plain text, with its cookies. */
function judgeAction(action: Subject): Facts {
  return [
    mustBe(action, "type", "redirect", {
      known: ["forward", "fixed-response", "authenticate-cognito", "authenticate-oidc", "jwt-validation"],
      change: CHANGE,
    }),
    where(is(action, "type", "redirect"), () =>
      // Without a protocol, a redirect keeps the request's.
      mustBe(action, "redirect.protocol", "HTTPS", { absent: "#{protocol}", known: ["HTTP", "#{protocol}"] }),
    ),
  ];
}
