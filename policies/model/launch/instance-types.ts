import { get, mustHold, where, type Subject } from "../facts";
import { eachLaunch, LAUNCHES } from "../launch";
import { UNKNOWN } from "../reading";
import type { Resource } from "../resource";
import { AwsType } from "../types";
import type { Fact, Facts } from "../verdict";
import { eachAt } from "./paths";

const CONFIGS = "launchTemplateConfigs[].overrides[].instanceType";

/** Where types name instance types; a launch does in `instanceType`. `[]` stands for each item of a list. */
const FIELDS: Record<string, string[]> = {
  [AwsType.AutoScalingGroup]: ["mixedInstancesPolicy.launchTemplate.overrides[].instanceType"],
  [AwsType.SpotFleetRequest]: [CONFIGS],
  "aws:ec2/fleet:Fleet": [CONFIGS],
  [AwsType.NodeGroup]: ["instanceTypes[]"],
  "aws:batch/computeEnvironment:ComputeEnvironment": ["computeResources.instanceTypes[]"],
  "aws:emr/cluster:Cluster": ["masterInstanceGroup.instanceType", "coreInstanceGroup.instanceType"],
  "aws:emr/instanceGroup:InstanceGroup": ["instanceType"],
  "aws:imagebuilder/infrastructureConfiguration:InfrastructureConfiguration": ["instanceTypes[]"],
};

/** The types that name types of instances. */
export const INSTANCE_TYPE_USERS = [...new Set([...LAUNCHES, ...Object.keys(FIELDS)])];

/** The inputs in which they name them. */
export const INSTANCE_TYPE_INPUTS = [
  ...["instanceType", "instanceTypes", "mixedInstancesPolicy", "launchTemplateConfigs", "launchSpecifications"],
  ...["computeResources", "masterInstanceGroup", "coreInstanceGroup"],
];

/** What every type of instance looks like, and nothing secret does. */
const INSTANCE_TYPE = /^[a-z][a-z0-9-]{0,15}\.[a-z0-9-]{3,14}$/;

/** Holds each type of instance that a resource names to a condition. What names none leaves it to another. */
export function eachInstanceType(resource: Resource, holds: (type: string) => boolean, change: string): Facts {
  const judge = (on: Subject, path: string): Facts => {
    const value = get(on, path);
    const known = typeof value === "string" && INSTANCE_TYPE.test(value) ? [value] : [];
    const judged = (): Fact => mustHold(on, path, (type) => holds(String(type)), { known, change });
    return where(value === UNKNOWN ? UNKNOWN : value !== undefined, judged);
  };
  const own = LAUNCHES.includes(resource.type) ? eachLaunch(resource, (launch) => judge(launch, "instanceType")) : [];
  return [own, ...(FIELDS[resource.type] ?? []).map((path) => eachAt(resource, path, judge))];
}
