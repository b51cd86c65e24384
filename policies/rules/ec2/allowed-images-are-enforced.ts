import { mustBe } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";

export default defineRule({
  name: "allowed-images-are-enforced",
  requires: "The account's setting for allowed AMIs is enforced, and not only audited.",
  fix: 'Set state: "enabled".',
  severity: "high",
  group: Group.Approval,
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-allowed-amis.html",
  types: ["aws:ec2/allowedImagesSettings:AllowedImagesSettings"],
  guards: ["state"],
  judge: (setting) => mustBe(setting, "state", "enabled", { known: ["audit-mode", "disabled"] }),
});
