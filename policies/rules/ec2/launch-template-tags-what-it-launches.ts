import { strings } from "../../model/config";
import { get, is, mustHave } from "../../model/facts";
import { Group } from "../../model/levels";
import { list } from "../../model/reading";
import { defineRule } from "../../model/rule";
import { AwsType } from "../../model/types";

interface TagConfig {
  taggedResources: string[];
}

const FIELD = "tagSpecifications";

export default defineRule<TagConfig>({
  name: "launch-template-tags-what-it-launches",
  requires:
    "A launch template gives tags to the instances and the volumes that it launches: its own tags do not reach them.",
  fix: 'Add to tagSpecifications one with resourceType: "instance" and one with "volume".',
  severity: "low",
  group: Group.Tags,
  url: "https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-tagging.html",
  types: [AwsType.LaunchTemplate],
  guards: [FIELD],
  config: {
    taggedResources: {
      ...strings("What a launch template must tag, by AWS's name for it", "^[a-z-]+$"),
      default: ["instance", "volume"],
    },
  },
  judge: (template, { taggedResources }) =>
    taggedResources.map((resourceType) => {
      const found = list(get(template, FIELD));
      return mustHave(
        `${FIELD}.${resourceType}`,
        found,
        (declared) => is({ declared }, "resourceType", resourceType),
        `${FIELD} has none for ${resourceType}; add one with resourceType: "${resourceType}".`,
      );
    }),
});
