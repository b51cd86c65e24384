import { each, mustHold, type Subject } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { DISTRIBUTIONS } from "../../model/types";
import type { Fact } from "../../model/verdict";

export default defineRule({
  name: "ami-is-not-public",
  requires: "An AMI may not be launched by everybody.",
  fix: "Name the accounts, organisations or units that may launch the AMI.",
  severity: "critical",
  group: Group.Sharing,
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharingamis-intro.html",
  controls: { prowler: ["ec2_ami_public"] },
  types: ["aws:ec2/amiLaunchPermission:AmiLaunchPermission", ...DISTRIBUTIONS],
  guards: ["group", "distributions"],
  judge: (resource) =>
    DISTRIBUTIONS.includes(resource.type)
      ? each(resource, "distributions", (distribution) =>
          each(distribution, "amiDistributionConfiguration.launchPermission.userGroups", (group) =>
            mustNotBeAll(group, ""),
          ),
        )
      : mustNotBeAll(resource, "group"),
});

/** The one group that AWS knows is everybody. */
function mustNotBeAll(on: Subject, path: string): Fact {
  const change = "name those who may launch the AMI.";
  return mustHold(on, path, (group) => group !== "all", { absent: "", known: ["all"], change });
}
