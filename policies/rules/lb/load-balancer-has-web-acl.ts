import { allOf, anyOf, is, mustHave, not, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { isKind } from "../../model/listener";
import { defineRule } from "../../model/rule";
import { LOAD_BALANCERS } from "../../model/types";

const ASSOCIATIONS = [
  "aws:wafv2/webAclAssociation:WebAclAssociation",
  "aws:wafregional/webAclAssociation:WebAclAssociation",
];

interface WebAclConfig {
  internalToo: boolean;
}

export default defineRule<WebAclConfig>({
  name: "load-balancer-has-web-acl",
  requires: "An Application Load Balancer that faces the internet has a web ACL of AWS WAF.",
  fix: "Associate a web ACL with it: wafv2.WebAclAssociation, with the load balancer's ARN as resourceArn.",
  severity: "medium",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-associating-aws-resource.html",
  controls: {
    fsbp: ["ELB.16"],
    checkov: ["CKV2_AWS_28"],
    cdkNag: ["ALBWAFEnabled"],
    prowler: ["elbv2_waf_acl_attached"],
  },
  types: LOAD_BALANCERS,
  evidence: ASSOCIATIONS,
  config: {
    internalToo: {
      type: "boolean",
      default: false,
      description: "Whether internal load balancers need a web ACL, too, as AWS Security Hub asks",
    },
  },
  judge: (balancer, { internalToo }, program) =>
    where(allOf(isKind(balancer, "application"), anyOf(internalToo, not(is(balancer, "internal", true)))), () =>
      mustHave(
        "webAcl",
        program.dependents(balancer, ASSOCIATIONS, "resourceArn"),
        () => true,
        "No web ACL is associated with the load balancer; add a WebAclAssociation with its ARN as resourceArn.",
      ),
    ),
});
