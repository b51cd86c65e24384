import { number } from "../../model/config";
import { mustHold } from "../../model/facts";
import { KEYS } from "../../model/keys";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";

export default defineRule<{ minimumDays: number }>({
  name: "key-can-be-saved-from-deletion",
  requires: "A key that is deleted can be saved for a number of days.",
  fix: "Leave deletionWindowInDays to AWS's 30 days, or set it to the rule's minimumDays or more.",
  severity: "medium",
  group: Group.Resilience,
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html",
  types: KEYS,
  guards: ["deletionWindowInDays"],
  config: { minimumDays: number("The fewest days between a key's deletion being asked for and done", 14, 7, 30) },
  judge: (key, { minimumDays }) =>
    mustHold(key, "deletionWindowInDays", (days) => Number(days) >= minimumDays, {
      absent: 30,
      change: `set it to ${minimumDays} or more.`,
    }),
});
