import rule from "../../../rules/lb/target-group-is-reached-encrypted";
import { describeRule } from "../../support/table";

const listener = (name: string, protocol: string) => ({
  ...{ type: "aws:lb/listener:Listener", name, inputs: { protocol } },
  sources: { defaultActions: ["it"] },
});
const ruleOf = (name: string) => ({
  ...{ type: "aws:lb/listenerRule:ListenerRule", name: `${name}-rule`, inputs: {} },
  sources: { actions: ["it"], listenerArn: [name] },
});

describeRule(rule, [
  {
    it: "fails an HTTP target group to which no listener forwards",
    fails: { protocol: "HTTP" },
    messages: [
      "protocol is HTTP, and no listener forwards to the target group; forward to it from an HTTPS listener alone. (end)",
    ],
    passes: { HTTPS: { protocol: "HTTPS" }, "plain TCP, which may be anything": { protocol: "TCP" } },
    passesWith: {
      "one behind an HTTPS listener": [listener("https", "HTTPS")],
      "one behind an HTTPS listener's rule": [{ ...listener("https", "HTTPS"), sources: {} }, ruleOf("https")],
    },
  },
  {
    it: "fails one that can be reached over HTTP, too",
    type: "aws:alb/targetGroup:TargetGroup",
    fails: { protocol: "HTTP" },
    later: [listener("https", "HTTPS"), { ...listener("http", "HTTP"), sources: {} }, ruleOf("http")],
    messages: [
      "protocol is HTTP, and a listener forwards to the target group what has come over HTTP; forward to it from an HTTPS listener alone. (end)",
    ],
    passes: { HTTPS: { protocol: "HTTPS" } },
  },
]);
