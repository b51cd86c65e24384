import { fieldOf, get } from "../facts";
import type { Resource } from "../resource";
import { AwsType } from "../types";
import type { Facts } from "../verdict";
import { eachAt } from "./paths";
import type { TemplateField } from "./shape";
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
  const paths = REFERENCES.get(resource.type) ?? [];
  return paths.map((path) =>
    eachAt(resource, path, (on, rest) => {
      const value = get(on, rest);
      return value === undefined ? [] : judge(templateField(value, fieldOf(on, rest)));
    }),
  );
}
