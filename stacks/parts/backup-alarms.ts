import { type PolicyAlarms } from "@groundwork/snapshot-lifecycle";
import { type WorkloadConfig } from "../config/shapes";

/** Whom the environment's backups tell of what fails or is missing: the topic of its load balancer, if it has one. */
export function backupAlarms({ loadBalancer }: Pick<WorkloadConfig, "loadBalancer">): PolicyAlarms | undefined {
  const { alarmTopicArn } = loadBalancer;
  return alarmTopicArn === undefined ? undefined : { topicArns: [alarmTopicArn] };
}
