import { CUSTOMER_KEYS, mustBeCustomerKey } from "../../model/customer-key";
import { anyOf, each, isSet, not, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { DISTRIBUTIONS } from "../../model/types";

export default defineRule({
  name: "distribution-has-customer-key",
  requires: "The AMIs that Image Builder distributes are encrypted with a customer-managed key.",
  fix: "Set kmsKeyId, to the ARN of a key of that Region, in each amiDistributionConfiguration.",
  severity: "medium",
  group: Group.CustomerKeys,
  url: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/cr-upd-ami-distribution-settings.html",
  controls: { checkov: ["CKV_AWS_199"] },
  types: DISTRIBUTIONS,
  guards: ["distributions"],
  evidence: CUSTOMER_KEYS,
  judge: (configuration, _config, program) =>
    each(configuration, "distributions", (distribution) =>
      // What is distributed is an AMI, unless it is a container's image.
      where(
        anyOf(
          not(isSet(distribution, "containerDistributionConfiguration")),
          isSet(distribution, "amiDistributionConfiguration"),
        ),
        () => mustBeCustomerKey(configuration, distribution, "amiDistributionConfiguration.kmsKeyId", program),
      ),
    ),
});
