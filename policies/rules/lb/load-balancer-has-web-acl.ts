import { is, mustHave, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { LOAD_BALANCERS } from "../../model/types";

const ASSOCIATIONS = [
  "aws:wafv2/webAclAssociation:WebAclAssociation",
  "aws:wafregional/webAclAssociation:WebAclAssociation",
];

export default defineRule({
  name: "load-balancer-has-web-acl",
  requires: "An Application Load Balancer has a web ACL of AWS WAF.",
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
  judge: (balancer, _config, program) =>
    where(is(balancer, "loadBalancerType", "application", "application"), () =>
      mustHave(
        "webAcl",
        program.dependents(balancer, ASSOCIATIONS, "resourceArn"),
        () => true,
        "No web ACL is associated with the load balancer; add a WebAclAssociation with its ARN as resourceArn.",
      ),
    ),
});
