import rule from "../../../rules/imagebuilder/recipe-volumes-have-customer-key";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a volume without a key, because AWS takes its own",
    fails: { blockDeviceMappings: [{ ebs: { encrypted: "true" } }] },
    messages: ["blockDeviceMappings[0].ebs.kmsKeyId is not set; set it to the ARN of a customer-managed key."],
    passes: {
      "one with a key": {
        blockDeviceMappings: [{ ebs: { encrypted: "true", kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:key/1" } }],
      },
    },
  },
  {
    it: "fails a key alone, which does not encrypt",
    type: "aws:imagebuilder/containerRecipe:ContainerRecipe",
    fails: {
      instanceConfiguration: {
        blockDeviceMappings: [{ ebs: { kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:key/1" } }],
      },
    },
    messages: [
      'instanceConfiguration.blockDeviceMappings[0].ebs.encrypted is not set, and AWS takes false then; set it to "true".',
    ],
    passes: {
      "one that encrypts": {
        instanceConfiguration: {
          blockDeviceMappings: [{ ebs: { encrypted: "true", kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:key/1" } }],
        },
      },
    },
  },
]);
