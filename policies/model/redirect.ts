import { each, get, is, mustBe, mustBeSet, where, type Subject } from "./facts";
import { takesHttp } from "./listener";
import type { Program } from "./program";
import { list } from "./reading";
import type { Resource } from "./resource";
import type { Facts } from "./verdict";

const CHANGE = "redirect to HTTPS.";

/** That a listener which takes HTTP redirects to HTTPS, and does nothing else. */
export function judgeRedirect(listener: Resource, program: Program): Facts {
  return where(takesHttp(listener, program), () => {
    const actions = list(get(listener, "defaultActions"));
    return Array.isArray(actions) && actions.length === 0
      ? mustBeSet(listener, "defaultActions", CHANGE)
      : each(listener, "defaultActions", judgeAction);
  });
}

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
