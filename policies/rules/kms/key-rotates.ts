import { allOf, is, mustBe, where } from "../../model/facts";
import { KEY } from "../../model/keys";
import { Group } from "../../model/levels";
import type { Unknown } from "../../model/reading";
import type { Resource } from "../../model/resource";
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
    cdkNag: ["KMSBackingKeyRotationEnabled", "AwsSolutions-KMS5"],
    prowler: ["kms_cmk_rotation_enabled"],
    awsguard: ["cmkBackingKeyRotationEnabled"],
    pulumi: ["aws-kms-key-enable-key-rotation"],
  },
  types: [KEY],
  guards: ["enableKeyRotation"],
  judge: (key) => where(canRotate(key), () => mustBe(key, "enableKeyRotation", true, { absent: false })),
  remediate: (properties, key) => {
    if (canRotate(key) === true) {
      properties.enableKeyRotation = true;
    }
  },
});

/** AWS rotates neither asymmetric and HMAC keys nor those in a key store of the customer's. */
function canRotate(key: Resource): boolean | Unknown {
  return allOf(
    is(key, "customerMasterKeySpec", "SYMMETRIC_DEFAULT", "SYMMETRIC_DEFAULT"),
    is(key, "keyUsage", "ENCRYPT_DECRYPT", "ENCRYPT_DECRYPT"),
    is(key, "customKeyStoreId", "", ""),
  );
}
