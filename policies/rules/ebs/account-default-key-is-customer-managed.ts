import { CUSTOMER_KEYS, mustBeCustomerKey } from "../../model/customer-key";
import { is, mustHave, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { sameRegion } from "../../model/resource";
import { defineRule } from "../../model/rule";
import { AwsType } from "../../model/types";

const DEFAULT_KEY = "aws:ebs/defaultKmsKey:DefaultKmsKey";

export default defineRule({
  name: "account-default-key-is-customer-managed",
  requires: "Where EBS encrypts by default, it is with a customer-managed key.",
  fix: "Set the account's default key: ebs.DefaultKmsKey, with the ARN of your key as keyArn.",
  severity: "medium",
  group: Group.CustomerKeys,
  url: "https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html",
  types: [DEFAULT_KEY, AwsType.EncryptionByDefault],
  guards: ["keyArn"],
  evidence: [DEFAULT_KEY, ...CUSTOMER_KEYS],
  judge: (setting, _config, program) =>
    setting.type === DEFAULT_KEY
      ? mustBeCustomerKey(setting, setting, "keyArn", program)
      : where(is(setting, "enabled", true, true), () =>
          mustHave(
            "enabled",
            program.all([DEFAULT_KEY]),
            (key) => sameRegion(key, setting),
            "EBS encrypts by default with the key that AWS manages; add an ebs.DefaultKmsKey of this Region.",
          ),
        ),
});
