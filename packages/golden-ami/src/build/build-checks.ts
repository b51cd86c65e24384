import { type Checks } from "@groundwork/core";
import { type GoldenAmiPipelineArgs } from "../golden-ami-pipeline-args";
import { checkInfrastructure } from "./infrastructure-checks";
import { checkLogs } from "./logs-checks";
import { checkNotifications } from "./notifications-checks";
import { checkSchedule } from "./schedule-checks";
import { type BuildTests } from "./tests-args";
import { checkWorkflows } from "./workflow-checks";

/** Records what is wrong with where, when and how AMIs are built and tested. */
export function checkBuild(checks: Checks, args: GoldenAmiPipelineArgs): void {
  checkInfrastructure(checks, args.infrastructure, args.tags);
  checkLogs(checks, args.logs);
  checkNotifications(checks, args.notifications);
  checkTests(checks, args.tests);
  checkWorkflows(checks, args);
  checkSchedule(checks, args.schedule);
}

function checkTests(checks: Checks, { timeoutMinutes, scan, skip }: BuildTests = {}): void {
  checks.range("tests.timeoutMinutes", timeoutMinutes, 60, 1440, "minutes");
  checks.that(
    skip !== true || scan === false,
    "tests.scan",
    scan,
    "false beside skip, since the test instance is what is scanned",
    "set it to false, or test",
  );
}
