import { type Checks } from "@groundwork/core";
import { type BuildLogs } from "./logs-args";

/** The periods that CloudWatch Logs knows, in days. */
const RETENTION_DAYS = [
  ...[1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653],
];

/** Records what is wrong with the logs of builds. */
export function checkLogs(checks: Checks, logs: BuildLogs = {}): void {
  checks.oneOf("logs.retentionDays", logs.retentionDays, RETENTION_DAYS);
  checks.matches(
    "logs.keyPrefix",
    logs.keyPrefix,
    /^[\w.-]+(\/[\w.-]+)*$/,
    "letters, digits and ._- between slashes",
    "write it like builds/web",
  );
  checks.leftOut(
    "logs.deleteLogsWithBucket",
    logs.bucketName === undefined ? undefined : logs.deleteLogsWithBucket,
    "beside bucketName",
    "set it on that bucket",
  );
}
