import { mustHold } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { SECURITY_GROUP } from "../../model/traffic";

export default defineRule({
  name: "security-group-has-name-of-its-own",
  requires: "A security group does not bear the name that the console's launch wizard gives.",
  fix: "Name the group by what it is for.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/creating-security-groups.html",
  controls: { prowler: ["ec2_securitygroup_from_launch_wizard"] },
  types: [SECURITY_GROUP],
  judge: (group) =>
    mustHold(group, "name", (name) => !String(name).startsWith("launch-wizard-"), {
      absent: "",
      change: "name the group by what it is for.",
    }),
});
