import rule from "../../../rules/dlm/snapshot-policy-copies-are-encrypted";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a schedule's copy that is not encrypted",
    fails: { policyDetails: { schedules: [{ crossRegionCopyRules: [{ target: "eu-central-1", encrypted: false }] }] } },
    messages: ["policyDetails.schedules[0].crossRegionCopyRules[0].encrypted is false; set it to true."],
    passes: {
      "one that is": {
        policyDetails: { schedules: [{ crossRegionCopyRules: [{ target: "eu-central-1", encrypted: true }] }] },
      },
      "no copy": { policyDetails: { schedules: [{}] } },
    },
  },
  {
    it: "fails a copy on an event that does not say so",
    fails: {
      policyDetails: {
        policyType: "EVENT_BASED_POLICY",
        action: {
          crossRegionCopies: [
            { target: "eu-central-1", encryptionConfiguration: { encrypted: true } },
            { target: "us-east-1", encryptionConfiguration: {} },
          ],
        },
      },
    },
    messages: [
      "policyDetails.action.crossRegionCopies[1].encryptionConfiguration.encrypted is not set, and AWS takes false then; set it to true.",
    ],
    passes: {
      "one that is": {
        policyDetails: {
          action: { crossRegionCopies: [{ target: "us-east-1", encryptionConfiguration: { encrypted: true } }] },
        },
      },
    },
  },
]);
