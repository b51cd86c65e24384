import { where } from "../../model/facts";
import { Group } from "../../model/levels";
import { isKind } from "../../model/listener";
import { defineRule } from "../../model/rule";
import { LOAD_BALANCERS } from "../../model/types";
import { mustHaveWebAcl, WEB_ACL_ASSOCIATIONS } from "../../model/web-acl";

export default defineRule({
  name: "load-balancer-has-web-acl",
  requires: "An Application Load Balancer has a web ACL of AWS WAF.",
  fix: "Associate a web ACL with it: wafv2.WebAclAssociation, with the load balancer's ARN as resourceArn.",
  severity: "medium",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-associating-aws-resource.html",
  controls: {
    fsbp: ["ELB.16"],
    cdkNag: ["ALBWAFEnabled"],
    prowler: ["elbv2_waf_acl_attached"],
  },
  types: LOAD_BALANCERS,
  evidence: WEB_ACL_ASSOCIATIONS,
  judge: (balancer, _config, program) =>
    where(isKind(balancer, "application"), () => mustHaveWebAcl(balancer, program)),
});
