import rule from "../../../rules/kms/key-is-rotated-often";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a key that rotates less often than once a year",
    fails: { enableKeyRotation: true, rotationPeriodInDays: 366 },
    messages: ["rotationPeriodInDays is 366; set it to 365 or less."],
    passes: {
      "one that rotates once a year": { rotationPeriodInDays: 365 },
      "AWS's own period": { rotationPeriodInDays: undefined },
      "one that does not rotate, which is another rule's": { enableKeyRotation: false },
    },
  },
  {
    it: "fails AWS's own period where the rule asks for less",
    settings: { maximumDays: 90 },
    fails: { enableKeyRotation: true },
    messages: ["rotationPeriodInDays is not set, and AWS takes 365 then; set it to 90 or less."],
    passes: { "a shorter period": { rotationPeriodInDays: 90 } },
  },
]);
