import { each, get, type Subject } from "../facts";
import type { Resource } from "../resource";
import { AwsType } from "../types";
import type { Facts } from "../verdict";
import type { Path, TemplateField } from "./shape";
import { templateField } from "./template";

const CONFIGS = ["launchTemplateConfigs[].launchTemplateSpecification"];

/** Where the types that launch by launch templates alone name them; `[]` stands for each item of a list. */
const REFERENCES = new Map<string, string[]>([
  [
    AwsType.AutoScalingGroup,
    [
      "launchTemplate",
      "mixedInstancesPolicy.launchTemplate.launchTemplateSpecification",
      "mixedInstancesPolicy.launchTemplate.overrides[].launchTemplateSpecification",
    ],
  ],
  [AwsType.SpotFleetRequest, CONFIGS],
  ["aws:ec2/fleet:Fleet", CONFIGS],
  [AwsType.NodeGroup, ["launchTemplate"]],
  ["aws:batch/computeEnvironment:ComputeEnvironment", ["computeResources.launchTemplate"]],
  ["aws:gamelift/gameServerGroup:GameServerGroup", ["launchTemplate"]],
]);

/** The types that launch by launch templates alone. */
export const FOLLOWERS = [...REFERENCES.keys()];

/** Judges each launch template that a resource names. */
export function eachTemplate(resource: Resource, judge: (template: TemplateField) => Facts): Facts {
  return (REFERENCES.get(resource.type) ?? []).map((path) => walk(resource, path, [], judge));
}

function walk(on: Subject, path: string, before: Path, judge: (template: TemplateField) => Facts): Facts {
  const [head = "", ...rest] = path.split("[].");
  if (rest.length > 0) {
    return each(on, head, (item, index) => walk(item, rest.join("[]."), [...before, ...head.split("."), index], judge));
  }
  const value = get(on, head);
  return value === undefined ? [] : judge(templateField(value, [...before, ...head.split(".")]));
}
