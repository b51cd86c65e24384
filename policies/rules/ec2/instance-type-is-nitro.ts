import { eachInstanceType, INSTANCE_TYPE_INPUTS, INSTANCE_TYPE_USERS } from "../../model/launch/instance-types";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";

/** The families on the older hypervisor; of some, the bare-metal type is on Nitro. */
const XEN = /^(?:c[134]|cc[12]|cg1|cr1|d2|f1|g2|g3s?|h1|hi1|hs1|i[23]|m[1-4]|p[23]|r[34]|t[12]|x1e?)\.(?!metal$)/;

export default defineRule({
  name: "instance-type-is-nitro",
  requires: "An instance is on the Nitro System, which encrypts between instances and keeps operators out.",
  fix: "Take an instance type of a family on the Nitro System, such as t3 for t2 or m5 for m4.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/ec2/latest/instancetypes/ec2-nitro-instances.html",
  types: INSTANCE_TYPE_USERS,
  guards: INSTANCE_TYPE_INPUTS,
  judge: (resource) => eachInstanceType(resource, (type) => !XEN.test(type), "take a type on the Nitro System."),
});
