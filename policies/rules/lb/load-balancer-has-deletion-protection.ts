import { mustBe } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { LOAD_BALANCERS } from "../../model/types";

export default defineRule({
  name: "load-balancer-has-deletion-protection",
  requires: "A load balancer is protected against deletion.",
  fix: "Set enableDeletionProtection: true.",
  severity: "medium",
  group: Group.Resilience,
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html",
  controls: {
    fsbp: ["ELB.6"],
    checkov: ["CKV_AWS_150"],
    cdkNag: ["ELBDeletionProtectionEnabled"],
    prowler: ["elbv2_deletion_protection"],
    awsguard: ["elbDeletionProtectionEnabled"],
  },
  types: LOAD_BALANCERS,
  guards: ["enableDeletionProtection"],
  judge: (balancer) => mustBe(balancer, "enableDeletionProtection", true, { absent: false }),
  remediate: (properties) => (properties.enableDeletionProtection = true),
});
