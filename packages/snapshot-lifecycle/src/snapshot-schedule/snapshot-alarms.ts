import { missing, missingCopyHours, missingHours, type Watched } from "../alarms/alarms";
import { type PolicyAlarms } from "../alarms/alarms-args";
import { type PolicySchedule } from "./policy-schedule-args";
import { VSS_DOCUMENT } from "./scripts-args";

/** What the alarms of a schedule of snapshots watch. */
export function snapshotAlarms(schedules: PolicySchedule[], alarms: PolicyAlarms): Watched[] {
  const copied = schedules.filter(({ copies = [] }) => copies.length > 0);
  const documents = schedules.flatMap(({ scripts }) => (scripts === undefined ? [] : [scripts.document]));
  return [
    { role: "create-failed", metricName: "SnapshotsCreateFailed", says: "a snapshot failed" },
    ...missing(
      { role: "create-missing", metricName: "SnapshotsCreateCompleted", says: "no new snapshot" },
      missingHours(alarms, schedules),
    ),
    ...(copied.length === 0
      ? []
      : [
          { role: "copy-failed", metricName: "SnapshotsCopiedRegionFailed", says: "the copy of a snapshot failed" },
          ...missing(
            { role: "copy-missing", metricName: "SnapshotsCopiedRegionCompleted", says: "no new copy of a snapshot" },
            missingCopyHours(missingHours(alarms, copied)),
          ),
        ]),
    ...(documents.some((document) => document !== VSS_DOCUMENT)
      ? [
          { role: "pre-script-failed", metricName: "PreScriptFailed", says: "a script before a snapshot failed" },
          { role: "post-script-failed", metricName: "PostScriptFailed", says: "a script after a snapshot failed" },
        ]
      : []),
    ...(documents.includes(VSS_DOCUMENT)
      ? [{ role: "vss-failed", metricName: "VSSBackupFailed", says: "VSS failed" }]
      : []),
  ];
}
