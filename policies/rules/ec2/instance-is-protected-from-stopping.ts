import { mustBe } from "../../model/facts";
import { eachUnlessTemplates } from "../../model/launch";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { AwsType } from "../../model/types";

export default defineRule({
  name: "instance-is-protected-from-stopping",
  requires: "An instance that no group replaces is protected from being stopped.",
  fix: "Set disableApiStop: true.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-stop-protection.html",
  types: [AwsType.Instance],
  guards: ["disableApiStop"],
  evidence: [AwsType.LaunchTemplate],
  judge: (instance, _config, program) => {
    const field = "disableApiStop";
    return eachUnlessTemplates(instance, field, program, (on) => mustBe(on, field, true, { absent: false }));
  },
  remediate: (properties) => (properties.disableApiStop = true),
});
