import rule from "../../../rules/imagebuilder/distribution-has-customer-key";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a Region in which the AMI has no key",
    fails: {
      distributions: [
        { region: "eu-west-1", amiDistributionConfiguration: { kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:key/1" } },
        { region: "eu-central-1", amiDistributionConfiguration: { name: "web" } },
      ],
    },
    messages: [
      "distributions[1].amiDistributionConfiguration.kmsKeyId is not set; set it to the ARN of a customer-managed key.",
    ],
    passes: {
      "one in which it has": {
        distributions: [{ amiDistributionConfiguration: { kmsKeyId: "arn:aws:kms:eu-central-1:111122223333:key/1" } }],
      },
      "one for containers": { distributions: [{ containerDistributionConfiguration: { targetRepository: {} } }] },
    },
  },
]);
