import { anyIn, anyOf, get, mustHold, where } from "../../model/facts";
import { Group } from "../../model/levels";
import type { Program } from "../../model/program";
import { list, type Unknown } from "../../model/reading";
import type { Resource } from "../../model/resource";
import { defineRule } from "../../model/rule";
import { AwsType } from "../../model/types";

const ATTACHMENTS = [
  "aws:autoscaling/attachment:Attachment",
  "aws:autoscaling/trafficSourceAttachment:TrafficSourceAttachment",
];
const CHANGE = 'set healthCheckType to "ELB", for an instance that runs may yet serve nobody.';

/** Whether the program puts a group behind a load balancer, in its own inputs or beside them. */
function isBehind(group: Resource, program: Program): boolean | Unknown {
  const stated = ["loadBalancers", "targetGroupArns", "trafficSources"].map((path) => anyIn(list(get(group, path))));
  return anyOf(...stated, anyIn(program.dependents(group, ATTACHMENTS, "autoscalingGroupName")));
}

export default defineRule({
  name: "group-heeds-load-balancer-health",
  requires: "An Auto Scaling group behind a load balancer replaces instances that the load balancer finds unhealthy.",
  fix: 'Set healthCheckType: "ELB".',
  severity: "medium",
  group: Group.Resilience,
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html#autoscaling-1",
  controls: {
    fsbp: ["AutoScaling.1"],
    cdkNag: ["AutoScalingGroupELBHealthCheckRequired"],
    prowler: ["autoscaling_group_elb_health_check_enabled"],
  },
  types: [AwsType.AutoScalingGroup],
  guards: ["healthCheckType"],
  evidence: ATTACHMENTS,
  judge: (group, _config, program) =>
    where(isBehind(group, program), () =>
      mustHold(group, "healthCheckType", (type) => /\b(ELB|VPC_LATTICE)\b/.test(String(type)), {
        absent: "EC2",
        known: ["EC2"],
        change: CHANGE,
      }),
    ),
});
