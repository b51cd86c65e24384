import { eachInstanceType, INSTANCE_TYPE_INPUTS, INSTANCE_TYPE_USERS } from "../../model/launch/instance-types";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";

/** The families that take paravirtual AMIs. */
const PARAVIRTUAL = /^(?:c1|c3|hs1|m1|m2|m3|t1)\./;

export default defineRule({
  name: "instance-type-is-not-paravirtual",
  requires: "An instance is of no family that takes paravirtual AMIs.",
  fix: "Take an instance type of a current generation.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/virtualization_types.html",
  controls: { fsbp: ["EC2.24"], prowler: ["ec2_instance_paravirtual_type"] },
  types: INSTANCE_TYPE_USERS,
  guards: INSTANCE_TYPE_INPUTS,
  judge: (resource) =>
    eachInstanceType(resource, (type) => !PARAVIRTUAL.test(type), "take a type of a current generation."),
});
