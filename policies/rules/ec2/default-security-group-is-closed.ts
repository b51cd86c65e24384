import { anyIn, anyOf, get, mustHave, not, where } from "../../model/facts";
import { Group } from "../../model/levels";
import type { Program } from "../../model/program";
import { list, type Unknown } from "../../model/reading";
import type { Resource } from "../../model/resource";
import { defineRule } from "../../model/rule";
import { DEFAULT_SECURITY_GROUP, SEPARATE_RULES } from "../../model/traffic";
import { fail } from "../../model/verdict";

const VPCS = ["aws:ec2/vpc:Vpc", "aws:ec2/defaultVpc:DefaultVpc"];

/** Whether a group states rules of a direction. */
function isOpen(group: Resource, direction: string): boolean | Unknown {
  return anyIn(list(get(group, direction)));
}

function isOpenBeside(group: Resource, program: Program): boolean | Unknown {
  return anyIn(program.dependents(group, SEPARATE_RULES, "securityGroupId"));
}

export default defineRule({
  name: "default-security-group-is-closed",
  requires: "A VPC's default security group lets nothing in and nothing out.",
  fix: "Add an ec2.DefaultSecurityGroup with the VPC's id as vpcId, and neither ingress nor egress.",
  severity: "high",
  group: Group.Exposure,
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-2",
  controls: {
    fsbp: ["EC2.2"],
    cis: ["5.5"],
    checkov: ["CKV2_AWS_12"],
    cdkNag: ["VPCDefaultSecurityGroupClosed"],
    prowler: ["ec2_securitygroup_default_restrict_traffic"],
  },
  types: [DEFAULT_SECURITY_GROUP, ...VPCS],
  guards: ["ingress", "egress"],
  evidence: [DEFAULT_SECURITY_GROUP, ...SEPARATE_RULES],
  judge: (resource, _config, program) => {
    if (resource.type === DEFAULT_SECURITY_GROUP) {
      return [
        ...["ingress", "egress"].map((direction) =>
          where(isOpen(resource, direction), () =>
            fail(direction, `${direction} has rules; leave it empty, and give what needs rules a group of its own.`),
          ),
        ),
        where(isOpenBeside(resource, program), () =>
          fail(
            "rules",
            "Rules of their own belong to the group; leave it empty, and give what needs rules a group of its own.",
          ),
        ),
      ].flat();
    }
    return mustHave(
      "defaultSecurityGroup",
      program.dependents(resource, [DEFAULT_SECURITY_GROUP], "vpcId"),
      (group) => not(anyOf(isOpen(group, "ingress"), isOpen(group, "egress"), isOpenBeside(group, program))),
      "AWS's default group lets its members talk to each other, and all out; add a DefaultSecurityGroup without rules.",
    );
  },
});
