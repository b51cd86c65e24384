import { number } from "../../model/config";
import { is, mustHold, where } from "../../model/facts";
import { KEY } from "../../model/keys";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";

export default defineRule<{ maximumDays: number }>({
  name: "key-is-rotated-often",
  requires: "A key that rotates does so within a number of days.",
  fix: "Set rotationPeriodInDays to the rule's maximumDays, or less.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html",
  types: [KEY],
  guards: ["rotationPeriodInDays"],
  config: { maximumDays: number("The most days between two rotations", 365, 90, 2560) },
  judge: (key, { maximumDays }) =>
    where(is(key, "enableKeyRotation", true, false), () =>
      mustHold(key, "rotationPeriodInDays", (days) => Number(days) <= maximumDays, {
        absent: 365,
        change: `set it to ${maximumDays} or less.`,
      }),
    ),
});
