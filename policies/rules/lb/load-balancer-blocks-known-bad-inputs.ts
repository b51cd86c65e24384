import { allOf, is, mustHave, not, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { allOfTypes, isKind } from "../../model/listener";
import type { Program } from "../../model/program";
import { UNKNOWN, type Unknown } from "../../model/reading";
import type { Resource } from "../../model/resource";
import { defineRule } from "../../model/rule";
import { LOAD_BALANCERS } from "../../model/types";
import { blocksBy, WEB_ACL, WEB_ACL_ASSOCIATION, WEB_ACL_RULES } from "../../model/web-acl";

export default defineRule({
  name: "load-balancer-blocks-known-bad-inputs",
  requires: "The web ACL of an Application Load Balancer that faces the internet blocks requests that exploit Log4j.",
  fix: "Associate a web ACL with the managed rule group AWSManagedRulesKnownBadInputsRuleSet.",
  severity: "medium",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html",
  controls: { checkov: ["CKV2_AWS_76"] },
  types: LOAD_BALANCERS,
  evidence: [WEB_ACL_ASSOCIATION, WEB_ACL, ...WEB_ACL_RULES],
  judge: (balancer, _config, program) =>
    where(allOf(isKind(balancer, "application"), not(is(balancer, "internal", true))), () => {
      const associations = program.dependents(balancer, [WEB_ACL_ASSOCIATION], "resourceArn");
      // Without any, another rule asks for one.
      return associations !== UNKNOWN && associations.length === 0
        ? []
        : mustHave(
            "webAcl",
            associations,
            (one) => blocks(one, program),
            "The load balancer's web ACL blocks no known bad inputs; add AWSManagedRulesKnownBadInputsRuleSet to it.",
          );
    }),
});

/** Whether every web ACL that an association may name blocks them. */
function blocks(association: Resource, program: Program): boolean | Unknown {
  const acls = allOfTypes(program.sources(association, "webAclArn", [WEB_ACL]), [WEB_ACL]);
  return acls === UNKNOWN || acls.length === 0
    ? UNKNOWN
    : allOf(...acls.map((acl) => blocksBy(acl, "AWSManagedRulesKnownBadInputsRuleSet", /^Log4JRCE/, program)));
}
