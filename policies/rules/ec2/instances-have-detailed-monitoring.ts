import { mustBe } from "../../model/facts";
import { eachUnlessTemplates, LAUNCHES } from "../../model/launch";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { AwsType } from "../../model/types";

/** How the types spell it; the others call it `monitoring`. */
const FIELDS: Record<string, string> = {
  [AwsType.LaunchTemplate]: "monitoring.enabled",
  [AwsType.LaunchConfiguration]: "enableMonitoring",
};

export default defineRule({
  name: "instances-have-detailed-monitoring",
  requires: "An instance sends its metrics every minute.",
  fix: "Turn detailed monitoring on: monitoring: true, or monitoring.enabled of a launch template.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/manage-detailed-monitoring.html",
  controls: {
    checkov: ["CKV_AWS_126"],
    cdkNag: ["EC2InstanceDetailedMonitoringEnabled"],
    prowler: ["ec2_instance_detailed_monitoring_enabled"],
    awsguard: ["ec2InstanceDetailedMonitoringEnabled"],
  },
  types: LAUNCHES,
  guards: ["monitoring", "enableMonitoring"],
  evidence: [AwsType.LaunchTemplate],
  judge: (resource, _config, program) => {
    const field = FIELDS[resource.type] ?? "monitoring";
    const absent = resource.type === AwsType.LaunchConfiguration;
    return eachUnlessTemplates(resource, field, program, (launch) => mustBe(launch, field, true, { absent }));
  },
});
