import { mustBe } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { AwsType } from "../../model/types";

export default defineRule({
  name: "account-encrypts-volumes-by-default",
  requires: "EBS encryption by default is not turned off for an account.",
  fix: "Set enabled: true, or leave it out.",
  severity: "high",
  group: Group.Encryption,
  url: "https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html",
  controls: { fsbp: ["EC2.7"], cis: ["6.1.1"], checkov: ["CKV_AWS_106"], prowler: ["ec2_ebs_default_encryption"] },
  types: [AwsType.EncryptionByDefault],
  guards: ["enabled"],
  judge: (setting) => mustBe(setting, "enabled", true, { absent: true }),
});
