import { hasSetting } from "../../model/account";
import { CUSTOMER_KEYS, mustBeCustomerKey } from "../../model/customer-key";
import { get, not, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { eachVolume, KEYED_VOLUMES, VOLUME_INPUTS } from "../../model/volumes";

const DEFAULT_KEY = "aws:ebs/defaultKmsKey:DefaultKmsKey";

export default defineRule({
  name: "volume-has-customer-key",
  requires: "An EBS volume is encrypted with a key of the customer's own.",
  fix: "Set kmsKeyId to a customer-managed key, or make one the account's default with ebs.DefaultKmsKey and depend on it.",
  severity: "medium",
  group: Group.CustomerKeys,
  url: "https://docs.aws.amazon.com/ebs/latest/userguide/how-ebs-encryption-works.html",
  controls: {
    checkov: ["CKV_AWS_189"],
    pulumi: ["aws-ebs-volume-configure-customer-managed-key", "aws-ec2-launchtemplate-configure-customer-managed-key"],
  },
  types: KEYED_VOLUMES,
  guards: VOLUME_INPUTS,
  evidence: [...CUSTOMER_KEYS, DEFAULT_KEY],
  judge: (resource, _config, program) =>
    eachVolume(resource, (volume) =>
      where(not(get(volume, "kmsKeyId") === undefined && hasSetting(resource, DEFAULT_KEY, program)), () =>
        mustBeCustomerKey(resource, volume, "kmsKeyId", program),
      ),
    ),
});
