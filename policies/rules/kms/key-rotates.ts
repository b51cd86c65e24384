import { allOf, is, mustBe, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";

export default defineRule({
  name: "key-rotates",
  requires: "A symmetric encryption key rotates its material every year.",
  fix: "Set enableKeyRotation: true.",
  severity: "medium",
  group: Group.KeyPolicy,
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html",
  controls: {
    fsbp: ["KMS.4"],
    cis: ["3.6"],
    checkov: ["CKV_AWS_7"],
    cdkNag: ["KMSBackingKeyRotationEnabled"],
    prowler: ["kms_cmk_rotation_enabled"],
    awsguard: ["cmkBackingKeyRotationEnabled"],
    pulumi: ["aws-kms-key-enable-key-rotation"],
  },
  types: ["aws:kms/key:Key"],
  guards: ["enableKeyRotation"],
  judge: (key) => {
    // AWS rotates neither asymmetric and HMAC keys nor those in a key store of the customer's.
    const rotatable = allOf(
      is(key, "customerMasterKeySpec", "SYMMETRIC_DEFAULT", "SYMMETRIC_DEFAULT"),
      is(key, "keyUsage", "ENCRYPT_DECRYPT", "ENCRYPT_DECRYPT"),
      is(key, "customKeyStoreId", "", ""),
    );
    return where(rotatable, () => mustBe(key, "enableKeyRotation", true, { absent: false }));
  },
  remediate: (properties) => (properties.enableKeyRotation = true),
});
