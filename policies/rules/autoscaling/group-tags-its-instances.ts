import { anyOf, get, is, not, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { list, type Unknown, UNKNOWN } from "../../model/reading";
import type { Resource } from "../../model/resource";
import { defineRule } from "../../model/rule";
import { AwsType } from "../../model/types";
import { fail } from "../../model/verdict";

const CHANGE = "set a tag with propagateAtLaunch: true, or tagSpecifications for instances in the launch template.";

/** Whether a launch template tags instances. */
function tagsInstances(template: Resource): boolean | Unknown {
  const specifications = list(get(template, "tagSpecifications"));
  return specifications === UNKNOWN
    ? UNKNOWN
    : anyOf(
        ...specifications.map((declared) =>
          declared === UNKNOWN ? UNKNOWN : is({ declared }, "resourceType", "instance"),
        ),
      );
}

export default defineRule({
  name: "group-tags-its-instances",
  requires: "An Auto Scaling group gives its instances tags.",
  fix: "Set tags, with propagateAtLaunch: true on those that the instances are to have.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-tagging.html",
  controls: { checkov: ["CKV_AWS_153"] },
  types: [AwsType.AutoScalingGroup],
  guards: ["tags"],
  evidence: [AwsType.LaunchTemplate],
  judge: (group, _config, program) => {
    const tags = list(get(group, "tags"));
    const propagates =
      tags === UNKNOWN
        ? UNKNOWN
        : anyOf(
            ...tags.map((declared) => (declared === UNKNOWN ? UNKNOWN : is({ declared }, "propagateAtLaunch", true))),
          );
    const templates = program.sources(group, "launchTemplate", [AwsType.LaunchTemplate]);
    const tagged = templates === UNKNOWN ? UNKNOWN : anyOf(...templates.map(tagsInstances));
    return where(not(anyOf(propagates, tagged)), () => fail("tags", `tags gives the instances none; ${CHANGE}`));
  },
});
