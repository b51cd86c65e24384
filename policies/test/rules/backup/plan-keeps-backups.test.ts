import rule from "../../../rules/backup/plan-keeps-backups";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a rule that keeps backups for two weeks",
    fails: { rules: [{ lifecycle: { deleteAfter: 14 } }] },
    messages: ["rules[0].lifecycle.deleteAfter is 14; keep backups for at least 35 days."],
    passes: {
      "one that keeps them for five": { rules: [{ lifecycle: { deleteAfter: 35 } }] },
      "one that keeps them for good": { rules: [{}] },
    },
  },
  {
    it: "fails copies that are kept for less than the configuration asks for",
    settings: { minimumDays: 90 },
    fails: { rules: [{ copyActions: [{ lifecycle: { deleteAfter: 60 } }] }] },
    messages: ["rules[0].copyActions[0].lifecycle.deleteAfter is 60; keep backups for at least 90 days."],
    passes: { "copies that are kept for longer": { rules: [{ copyActions: [{ lifecycle: { deleteAfter: 90 } }] }] } },
  },
]);
