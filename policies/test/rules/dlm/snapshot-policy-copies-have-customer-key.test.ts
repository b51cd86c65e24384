import rule from "../../../rules/dlm/snapshot-policy-copies-have-customer-key";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a schedule's copy without a key, because AWS takes its own",
    fails: { policyDetails: { schedules: [{ crossRegionCopyRules: [{ target: "eu-central-1", encrypted: true }] }] } },
    messages: [
      "policyDetails.schedules[0].crossRegionCopyRules[0].cmkArn is not set; set it to the ARN of a customer-managed key.",
    ],
    passes: {
      "one with a key": {
        policyDetails: {
          schedules: [
            {
              crossRegionCopyRules: [{ target: "eu-central-1", cmkArn: "arn:aws:kms:eu-central-1:111122223333:key/1" }],
            },
          ],
        },
      },
    },
  },
  {
    it: "fails a copy on an event without a key",
    fails: {
      policyDetails: {
        action: { crossRegionCopies: [{ target: "us-east-1", encryptionConfiguration: { encrypted: true } }] },
      },
    },
    messages: [
      "policyDetails.action.crossRegionCopies[0].encryptionConfiguration.cmkArn is not set; set it to the ARN of a customer-managed key.",
    ],
    passes: {
      "one with a key": {
        policyDetails: {
          action: {
            crossRegionCopies: [
              { target: "us-east-1", encryptionConfiguration: { cmkArn: "arn:aws:kms:us-east-1:111122223333:key/1" } },
            ],
          },
        },
      },
    },
  },
]);
