import { mustHave } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { SECURITY_GROUP, SEPARATE_RULES } from "../../model/traffic";

export default defineRule({
  name: "security-group-is-used",
  requires: "A security group belongs to something.",
  fix: "Delete the group, or give it to what it is for.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html",
  controls: { fsbp: ["EC2.22"], checkov: ["CKV2_AWS_5"], prowler: ["ec2_securitygroup_not_used"] },
  types: [SECURITY_GROUP],
  evidence: [],
  judge: (group, _config, program) =>
    mustHave(
      "dependents",
      program.dependents(group),
      ({ type }) => type !== SECURITY_GROUP && !SEPARATE_RULES.includes(type),
      "Nothing in the program has the group; delete it, or give it to what it is for.",
    ),
});
