import { get } from "../../model/facts";
import { Group } from "../../model/levels";
import { list, UNKNOWN } from "../../model/reading";
import { defineRule } from "../../model/rule";
import { AwsType } from "../../model/types";
import { fail, pass, unknown } from "../../model/verdict";

const FIELD = "networkInterfaces";

export default defineRule({
  name: "instances-have-one-interface",
  requires: "An instance stands in one network only.",
  fix: "Leave one of networkInterfaces.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html",
  controls: { fsbp: ["EC2.17"], prowler: ["ec2_instance_uses_single_eni"] },
  types: [AwsType.Instance, AwsType.LaunchTemplate],
  guards: [FIELD],
  judge: (resource) => {
    const interfaces = list(get(resource, FIELD));
    const count = interfaces === UNKNOWN ? UNKNOWN : interfaces.length;
    if (count === UNKNOWN) {
      return unknown(FIELD, `${FIELD} is known only at deployment.`);
    }
    return count > 1 ? fail(FIELD, `${FIELD} has ${count} interfaces; leave one of them.`) : pass(FIELD);
  },
});
