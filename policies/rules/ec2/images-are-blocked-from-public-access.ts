import { mustBe } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";

export default defineRule({
  name: "images-are-blocked-from-public-access",
  requires: "The account's setting for public AMIs blocks sharing.",
  fix: 'Set state: "block-new-sharing".',
  severity: "high",
  group: Group.Sharing,
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/block-public-access-to-amis.html",
  controls: { prowler: ["ec2_ami_account_block_public_access"] },
  types: ["aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess"],
  guards: ["state"],
  judge: (setting) => mustBe(setting, "state", "block-new-sharing", { known: ["unblocked"] }),
  remediate: (properties) => (properties.state = "block-new-sharing"),
});
