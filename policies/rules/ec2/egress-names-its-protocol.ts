import { where } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { eachRule, everyProtocol, EGRESS_GUARDS, EGRESS_TYPES, protocolField } from "../../model/traffic";
import { fail } from "../../model/verdict";

export default defineRule({
  name: "egress-names-its-protocol",
  requires: "An egress rule of a security group is for one protocol, not for all.",
  fix: "Name the protocol and its ports.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
  types: EGRESS_TYPES,
  guards: EGRESS_GUARDS,
  judge: (resource) =>
    eachRule(resource, "egress", (rule) =>
      where(everyProtocol(rule), () => {
        const field = protocolField(rule);
        return fail(field, `${field} is every protocol; name the one that is meant, and its ports.`);
      }),
    ),
});
