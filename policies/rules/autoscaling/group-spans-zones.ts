import { get, unless } from "../../model/facts";
import { Group } from "../../model/levels";
import type { Program } from "../../model/program";
import { list, text, UNKNOWN } from "../../model/reading";
import type { Resource } from "../../model/resource";
import { defineRule } from "../../model/rule";
import { AwsType } from "../../model/types";
import { type Fact, fail, pass, unknown, Verdict } from "../../model/verdict";

const SUBNET = "aws:ec2/subnet:Subnet";
const CHANGE = "name two or more, of different zones.";

function severalOf(group: Resource, path: string): Fact {
  const named = list(get(group, path));
  if (named === UNKNOWN) {
    return unknown(path, `${path} is known only at deployment; ${CHANGE}`);
  }
  // An unknown item is an item.
  const several = new Set(named.map((item, index) => (item === UNKNOWN ? index : item))).size > 1;
  return several ? pass(path) : fail(path, `${path} names ${named.length === 0 ? "none" : "one"}; ${CHANGE}`);
}

/** Whether the subnets that the program makes for a group stand in one zone, or in several. */
function zonesOf(group: Resource, program: Program): Set<string> | undefined {
  const sources = program.sources(group, "vpcZoneIdentifiers", [SUBNET]);
  const zones = sources === UNKNOWN ? [] : sources.map((subnet) => text(get(subnet, "availabilityZone")));
  const known = zones.filter((zone) => typeof zone === "string");
  return known.length > 0 && known.length === zones.length ? new Set(known) : undefined;
}

export default defineRule({
  name: "group-spans-zones",
  requires: "An Auto Scaling group launches in several Availability Zones.",
  fix: "Name subnets of two zones or more as vpcZoneIdentifiers.",
  severity: "medium",
  group: Group.Resilience,
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html#autoscaling-2",
  controls: { fsbp: ["AutoScaling.2"], prowler: ["autoscaling_group_multiple_az"] },
  types: [AwsType.AutoScalingGroup],
  guards: ["vpcZoneIdentifiers", "availabilityZones"],
  evidence: [SUBNET],
  judge: (group, _config, program) => {
    const zones = zonesOf(group, program);
    const subnets = severalOf(group, "vpcZoneIdentifiers");
    if (zones !== undefined && zones.size > 1) {
      return pass(subnets.subject);
    }
    if (zones?.size === 1 && subnets.verdict === Verdict.Pass) {
      return fail(subnets.subject, `${subnets.subject} names subnets of one zone; ${CHANGE}`);
    }
    return unless(subnets, severalOf(group, "availabilityZones"));
  },
});
