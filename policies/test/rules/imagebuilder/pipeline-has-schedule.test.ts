import rule from "../../../rules/imagebuilder/pipeline-has-schedule";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a pipeline that somebody must start",
    fails: {},
    messages: ["schedule.scheduleExpression is not set; set it to a cron expression, such as cron(0 4 ? * sun *)."],
    passes: { "one with a schedule": { schedule: { scheduleExpression: "cron(0 4 ? * sun *)" } } },
  },
]);
