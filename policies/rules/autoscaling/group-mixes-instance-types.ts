import { get } from "../../model/facts";
import { Group } from "../../model/levels";
import { at, list, text, UNKNOWN } from "../../model/reading";
import { defineRule } from "../../model/rule";
import { AwsType } from "../../model/types";
import { fail, pass, unknown } from "../../model/verdict";

const PATH = "mixedInstancesPolicy.launchTemplate.overrides";

export default defineRule({
  name: "group-mixes-instance-types",
  requires: "An Auto Scaling group can launch instances of several types.",
  fix: "Name two types or more, or instanceRequirements, in the overrides of mixedInstancesPolicy.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html#autoscaling-6",
  controls: { fsbp: ["AutoScaling.6"], prowler: ["autoscaling_group_multiple_instance_types"] },
  types: [AwsType.AutoScalingGroup],
  guards: ["mixedInstancesPolicy"],
  judge: (group) => {
    const overrides = list(get(group, PATH));
    const message = `${PATH} names fewer than two types of instances; name several, so that one type's shortage stops nothing.`;
    if (overrides === UNKNOWN) {
      return unknown(PATH, message);
    }
    const byNeed = overrides.map((item) => at(item, "instanceRequirements") !== undefined);
    const types = overrides.map((item) => text(at(item, "instanceType")));
    const known = new Set(types.filter((type) => typeof type === "string"));
    const open = types.filter((type) => type === UNKNOWN).length;
    return byNeed.includes(true) || known.size > 1
      ? pass(PATH)
      : known.size + open > 1
        ? unknown(PATH, message)
        : fail(PATH, message);
  },
});
