import { mustHold } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { SECURITY_GROUP } from "../../model/traffic";

/** What the provider writes where a program says nothing. */
const NOTHING_SAID = ["Managed by Pulumi", "Managed by Terraform"];

export default defineRule({
  name: "security-group-has-description",
  requires: "A security group's description says what it is for.",
  fix: "Set description before the group is made: AWS replaces a group to change it.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/creating-security-groups.html",
  controls: {
    checkov: ["CKV_AWS_23"],
    cdkNag: ["EC2SecurityGroupDescription", "AwsSolutions-EC27"],
    pulumi: ["aws-ec2-securitygroup-missing-description"],
  },
  types: [SECURITY_GROUP],
  judge: (group) =>
    mustHold(group, "description", (value) => String(value).trim() !== "" && !NOTHING_SAID.includes(String(value)), {
      absent: "Managed by Pulumi",
      known: NOTHING_SAID,
      change: "say what the group is for.",
    }),
});
