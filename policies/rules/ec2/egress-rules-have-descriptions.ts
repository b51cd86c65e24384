import { mustBeSet } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { eachRule, EGRESS_TYPES } from "../../model/traffic";

export default defineRule({
  name: "egress-rules-have-descriptions",
  requires: "Each egress rule of a security group says what it is for.",
  fix: "Set the rule's description.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
  controls: { checkov: ["CKV_AWS_23"], pulumi: ["aws-ec2-securitygroup-missing-egress-rule-description"] },
  types: EGRESS_TYPES,
  judge: (resource) =>
    eachRule(resource, "egress", (rule) => mustBeSet(rule, "description", "say what the rule is for.")),
});
