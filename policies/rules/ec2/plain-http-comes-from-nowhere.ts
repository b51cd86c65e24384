import { fieldOf, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { eachRule, INGRESS_GUARDS, INGRESS_TYPES, reaches, TCP_ONLY } from "../../model/traffic";
import { fail } from "../../model/verdict";

export default defineRule({
  name: "plain-http-comes-from-nowhere",
  requires: "A security group lets no plain HTTP in.",
  fix: "Open port 443 instead.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
  controls: { pulumi: ["aws-ec2-securitygroup-disallow-inbound-http-traffic"] },
  types: INGRESS_TYPES,
  guards: INGRESS_GUARDS,
  judge: (resource) =>
    eachRule(resource, "ingress", (rule) =>
      where(reaches(rule, [80], TCP_ONLY), () => {
        const field = fieldOf(rule, "fromPort");
        return fail(field, `${field} lets plain HTTP in (port 80); open port 443 instead.`);
      }),
    ),
});
