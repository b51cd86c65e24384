import { each, fieldOf, get, mustHold, type Subject, where } from "../../model/facts";
import { Group } from "../../model/levels";
import type { Program } from "../../model/program";
import { UNKNOWN } from "../../model/reading";
import type { Resource } from "../../model/resource";
import { defineRule } from "../../model/rule";
import { AwsType } from "../../model/types";
import { type Fact, pass, Verdict } from "../../model/verdict";

const MOVING = ["$Latest", "$Default"];
const MIXED = "mixedInstancesPolicy.launchTemplate";

/** A version that is known only at deployment, where the template is of the program, is the number that it gives. */
function judgeVersion(group: Resource, on: Subject, path: string, program: Program): Fact {
  const fact = mustHold(on, `${path}.version`, (version) => !MOVING.includes(String(version)), {
    absent: "$Default",
    known: MOVING,
    change: "set it to the template's latestVersion, by which a preview shows that the template changes.",
  });
  const [input = path] = fieldOf(on, path).split(".");
  const sources = program.sources(group, input, [AwsType.LaunchTemplate]);
  const given = sources !== UNKNOWN && sources.some(({ type }) => type === AwsType.LaunchTemplate);
  return fact.verdict === Verdict.Unknown && given ? pass(fact.subject) : fact;
}

export default defineRule({
  name: "group-pins-template-version",
  requires:
    "An Auto Scaling group names a version of its launch template, so that a change of the template is a change of the group.",
  fix: "Set version to the template's latestVersion, the output, instead of $Latest or $Default.",
  severity: "medium",
  group: Group.Resilience,
  url: "https://docs.aws.amazon.com/autoscaling/ec2/userguide/create-asg-launch-template.html",
  types: [AwsType.AutoScalingGroup],
  guards: ["launchTemplate", "mixedInstancesPolicy"],
  evidence: [AwsType.LaunchTemplate],
  judge: (group, _config, program) => {
    const whereNamed = (on: Subject, path: string) => {
      const named = get(on, path);
      return where(named === UNKNOWN ? UNKNOWN : named !== undefined, () => judgeVersion(group, on, path, program));
    };
    return [
      ...whereNamed(group, "launchTemplate"),
      ...whereNamed(group, `${MIXED}.launchTemplateSpecification`),
      ...each(group, `${MIXED}.overrides`, (override) => whereNamed(override, "launchTemplateSpecification")),
    ];
  },
});
