import rule from "../../../rules/kms/key-can-be-saved-from-deletion";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a key that is gone within two weeks",
    fails: { deletionWindowInDays: 13 },
    messages: ["deletionWindowInDays is 13; set it to 14 or more."],
    passes: { "two weeks": { deletionWindowInDays: 14 }, "AWS's own 30 days": { deletionWindowInDays: undefined } },
  },
]);
