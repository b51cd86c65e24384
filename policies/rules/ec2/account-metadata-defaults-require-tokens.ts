import { is, mustBe, not, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";

export default defineRule({
  name: "account-metadata-defaults-require-tokens",
  requires: "The account's defaults let the instance metadata service answer only with a token (IMDSv2).",
  fix: 'Set httpTokens: "required".',
  severity: "high",
  group: Group.MetadataService,
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-IMDS-new-instances.html",
  controls: { fsbp: ["EC2.8"], prowler: ["ec2_instance_account_imdsv2_enabled"] },
  types: ["aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults"],
  guards: ["httpTokens", "httpEndpoint"],
  judge: (defaults) =>
    where(not(is(defaults, "httpEndpoint", "disabled")), () =>
      mustBe(defaults, "httpTokens", "required", { absent: "no-preference", known: ["optional", "no-preference"] }),
    ),
  remediate: (properties) => (properties.httpTokens = "required"),
});
