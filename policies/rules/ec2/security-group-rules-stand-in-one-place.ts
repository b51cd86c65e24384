import { allOf, anyIn, anyOf, get, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import {
  DEFAULT_SECURITY_GROUP,
  EGRESS_RULE,
  INGRESS_RULE,
  SECURITY_GROUP,
  SECURITY_GROUP_RULE,
  SEPARATE_RULES,
} from "../../model/traffic";
import { fail } from "../../model/verdict";

export default defineRule({
  name: "security-group-rules-stand-in-one-place",
  requires: "A security group's rules stand in its own lists, or in resources of one kind, and not in both.",
  fix: "Move all the group's rules to vpc.SecurityGroupIngressRule and vpc.SecurityGroupEgressRule, and leave ingress and egress out.",
  severity: "high",
  group: Group.Resilience,
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
  controls: { awsguard: ["securityGroupNoRuleManagementConflicts"] },
  types: [SECURITY_GROUP, DEFAULT_SECURITY_GROUP],
  evidence: SEPARATE_RULES,
  judge: (group, _config, program) => {
    const users = (...types: string[]) => anyIn(program.dependents(group, types, "securityGroupId"));
    const stated = anyOf(get(group, "ingress") !== undefined, get(group, "egress") !== undefined);
    const old = users(SECURITY_GROUP_RULE);
    const current = users(INGRESS_RULE, EGRESS_RULE);
    const several = anyOf(allOf(stated, anyOf(old, current)), allOf(old, current));
    return where(several, () =>
      fail(
        "ingress",
        "The group's rules stand in several places, and each update of one removes those of another; keep them in one.",
      ),
    );
  },
});
