import { anyOf, each, is, not, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { allOfTypes, takesHttp } from "../../model/listener";
import type { Program } from "../../model/program";
import { UNKNOWN, type Unknown } from "../../model/reading";
import type { Resource } from "../../model/resource";
import { defineRule } from "../../model/rule";
import { LISTENER_RULES, LISTENERS, LOAD_BALANCERS } from "../../model/types";
import { fail } from "../../model/verdict";

export default defineRule({
  name: "listener-rule-forwards-no-http",
  requires: "A listener rule forwards nothing that has come over HTTP.",
  fix: 'Give the rule to an HTTPS listener, and let HTTP have redirects to it: type: "redirect" with redirect.protocol: "HTTPS".',
  severity: "high",
  group: Group.Tls,
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-action-types.html",
  types: LISTENER_RULES,
  guards: ["listenerArn", "actions"],
  evidence: [...LISTENERS, ...LOAD_BALANCERS],
  judge: (rule, _config, program) =>
    each(rule, "actions", (action) =>
      where(not(is(action, "type", ["redirect", "fixed-response"])), () =>
        where(isOfHttp(rule, program), () =>
          fail(`${action.field}`, `${action.field} is for a listener that takes HTTP; redirect to HTTPS instead.`),
        ),
      ),
    ),
});

/** Whether any listener that the rule may be of takes HTTP. Of one that is named by its ARN, nothing can be said. */
function isOfHttp(rule: Resource, program: Program): boolean | Unknown {
  const listeners = allOfTypes(program.sources(rule, "listenerArn", LISTENERS), LISTENERS);
  return listeners === UNKNOWN ? UNKNOWN : anyOf(...listeners.map((listener) => takesHttp(listener, program)));
}
