import { number } from "../../model/config";
import { get, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { list, UNKNOWN, type Unknown } from "../../model/reading";
import { defineRule } from "../../model/rule";
import { DEFAULT_SECURITY_GROUP, SECURITY_GROUP, SEPARATE_RULES } from "../../model/traffic";
import { fail } from "../../model/verdict";

export default defineRule<{ maximumRules: number }>({
  name: "security-group-has-few-rules",
  requires: "A security group has few enough rules to be understood.",
  fix: "Take rules together, name security groups or prefix lists, or split the group.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html",
  controls: { prowler: ["ec2_securitygroup_with_many_ingress_egress_rules"] },
  types: [SECURITY_GROUP, DEFAULT_SECURITY_GROUP],
  evidence: SEPARATE_RULES,
  config: { maximumRules: number("The most rules of a security group", 50, 1, 1000) },
  judge: (group, { maximumRules }, program) => {
    const beside = program.dependents(group, SEPARATE_RULES, "securityGroupId");
    const stated = ["ingress", "egress"].map((direction) => count(list(get(group, direction))));
    const counts = [count(beside), ...stated];
    const known = counts.reduce<number>((sum, some) => sum + (some ?? 0), 0);
    const many = known > maximumRules ? true : counts.includes(undefined) ? UNKNOWN : false;
    return where(many, () =>
      fail("rules", `The group has more than ${maximumRules} rules; take some together, or split it.`),
    );
  },
});

/** The length of a list; undefined while it is not known. */
function count(rules: unknown[] | Unknown): number | undefined {
  return rules === UNKNOWN ? undefined : rules.length;
}
