import { anyOf, is, mustHave, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { allOfTypes, takesHttp } from "../../model/listener";
import type { Program } from "../../model/program";
import { UNKNOWN, type Unknown } from "../../model/reading";
import type { Resource } from "../../model/resource";
import { defineRule } from "../../model/rule";
import { LISTENER_RULES, LISTENERS, LOAD_BALANCERS, TARGET_GROUPS } from "../../model/types";
import { fail } from "../../model/verdict";

const CHANGE = "forward to it from an HTTPS listener alone.";

export default defineRule({
  name: "target-group-is-reached-encrypted",
  requires: "Clients reach an HTTP target group through listeners that encrypt.",
  fix: "Forward to the target group from an HTTPS listener alone.",
  severity: "medium",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html",
  controls: { checkov: ["CKV_AWS_378"] },
  types: TARGET_GROUPS,
  guards: ["protocol"],
  evidence: [...LISTENERS, ...LISTENER_RULES, ...LOAD_BALANCERS],
  judge: (group, _config, program) =>
    where(is(group, "protocol", "HTTP"), () => {
      const protocols = protocolsOf(group, program);
      return [
        mustHave(
          "protocol",
          protocols,
          () => true,
          `protocol is HTTP, and no listener forwards to the target group; ${CHANGE}`,
        ),
        where(protocols === UNKNOWN ? UNKNOWN : anyOf(...protocols), () =>
          fail(
            "listeners",
            `protocol is HTTP, and a listener forwards to the target group what has come over HTTP; ${CHANGE}`,
          ),
        ),
      ];
    }),
});

/** Of each listener that forwards to a target group, by itself or by a rule, whether it takes HTTP. */
function protocolsOf(group: Resource, program: Program): (boolean | Unknown)[] | Unknown {
  const listeners = program.dependents(group, LISTENERS, "defaultActions");
  const rules = program.dependents(group, LISTENER_RULES, "actions");
  if (listeners === UNKNOWN || rules === UNKNOWN) {
    return UNKNOWN;
  }
  const ofRules = rules.map((rule) => {
    const found = allOfTypes(program.sources(rule, "listenerArn", LISTENERS), LISTENERS);
    return found === UNKNOWN || found.length === 0 ? UNKNOWN : anyOf(...found.map((one) => takesHttp(one, program)));
  });
  return [...listeners.map((listener) => takesHttp(listener, program)), ...ofRules];
}
