import rule from "../../../rules/backup/plan-runs-daily";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a plan that runs once a week",
    fails: { rules: [{ schedule: "cron(0 5 ? * SUN *)" }] },
    messages: ["No item of rules has a schedule that runs every day; give one cron(0 5 ? * * *)."],
    passes: {
      "one that runs every day": { rules: [{ schedule: "cron(30 2 * * ? *)" }] },
      "one that runs every hour": { rules: [{ schedule: "cron(0 * ? * * *)" }] },
      "one with a rule that does": { rules: [{ schedule: "cron(0 5 1 * ? *)" }, { schedule: "cron(0 5 ? * * *)" }] },
      "one without a schedule, which AWS runs every day": { rules: [{}] },
    },
  },
]);
