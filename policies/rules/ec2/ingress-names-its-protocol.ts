import { where } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { eachRule, everyProtocol, INGRESS_GUARDS, INGRESS_TYPES, protocolField } from "../../model/traffic";
import { fail } from "../../model/verdict";

export default defineRule({
  name: "ingress-names-its-protocol",
  requires: "An ingress rule of a security group is for one protocol, not for all.",
  fix: "Name the protocol and its ports.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
  types: INGRESS_TYPES,
  guards: INGRESS_GUARDS,
  judge: (resource) =>
    eachRule(resource, "ingress", (rule) =>
      where(everyProtocol(rule), () => {
        const field = protocolField(rule);
        return fail(field, `${field} is every protocol; name the one that is meant, and its ports.`);
      }),
    ),
});
