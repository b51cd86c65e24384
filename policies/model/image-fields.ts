import { each, fieldOf, get, type Subject } from "./facts";
import { eachLaunch, LAUNCHES } from "./launch";
import { text, type Text } from "./reading";
import type { Resource } from "./resource";
import type { Facts } from "./verdict";

/** Where the types name an AMI that leave the rest of a launch to a service; `[]` stands for each item of a list. */
const FIELDS = new Map<string, string[]>([
  [
    "aws:batch/computeEnvironment:ComputeEnvironment",
    ["computeResources.imageId", "computeResources.ec2Configurations[].imageIdOverride"],
  ],
  ["aws:codebuild/fleet:Fleet", ["imageId"]],
  ["aws:emr/cluster:Cluster", ["customAmiId"]],
]);

/** The types whose resources name the AMI that they, or a service for them, launch. */
export const IMAGE_USERS = [...LAUNCHES, ...FIELDS.keys()];

type Judge = (field: { field: string; input: string }, value: Exclude<Text, undefined>) => Facts;

/** Judges each AMI that such a resource names. */
export function eachImage(resource: Resource, judge: Judge): Facts {
  return LAUNCHES.includes(resource.type)
    ? eachLaunch(resource, ({ image }) => (image.value === undefined ? [] : judge(image, image.value)))
    : (FIELDS.get(resource.type) ?? []).map((path) => {
        const [list = "", field] = path.split("[].");
        return field === undefined
          ? judgeAt(resource, path, judge)
          : each(resource, list, (item) => judgeAt(item, field, judge));
      });
}

function judgeAt(on: Subject, path: string, judge: Judge): Facts {
  const field = fieldOf(on, path);
  const value = text(get(on, path));
  const [input = field] = field.split(".");
  return value === undefined ? [] : judge({ field, input }, value);
}
