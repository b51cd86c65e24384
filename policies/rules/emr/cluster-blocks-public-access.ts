import { allOf, each, is, mustBe, not, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { fail } from "../../model/verdict";

/** SSH, which EMR permits unless told otherwise, does no harm that the security groups' own rules do not show. */
const PERMITTED = 22;

export default defineRule({
  name: "cluster-blocks-public-access",
  requires: "The account launches no EMR cluster whose security groups open ports to the world.",
  fix: "Set blockPublicSecurityGroupRules: true, and permit no range but port 22.",
  severity: "high",
  group: Group.Exposure,
  url: "https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-block-public-access.html",
  controls: {
    fsbp: ["EMR.2"],
    checkov: ["CKV_AWS_390"],
    prowler: ["emr_cluster_account_public_block_enabled"],
  },
  types: ["aws:emr/blockPublicAccessConfiguration:BlockPublicAccessConfiguration"],
  guards: ["blockPublicSecurityGroupRules", "permittedPublicSecurityGroupRuleRanges"],
  judge: (account) => [
    mustBe(account, "blockPublicSecurityGroupRules", true),
    ...each(account, "permittedPublicSecurityGroupRuleRanges", (range) =>
      where(not(allOf(is(range, "minRange", PERMITTED), is(range, "maxRange", PERMITTED, PERMITTED))), () =>
        fail(`${range.field}`, `${range.field} permits more than port 22; take it out.`),
      ),
    ),
  ],
  remediate: (properties) => (properties.blockPublicSecurityGroupRules = true),
});
