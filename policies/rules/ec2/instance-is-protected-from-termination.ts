import { mustBe } from "../../model/facts";
import { eachUnlessTemplates } from "../../model/launch";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { AwsType } from "../../model/types";

export default defineRule({
  name: "instance-is-protected-from-termination",
  requires: "An instance that no group replaces is protected from termination.",
  fix: "Set disableApiTermination: true, or launch the instance by an Auto Scaling group.",
  severity: "medium",
  group: Group.Resilience,
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_ChangingDisableAPITermination.html",
  controls: { cdkNag: ["EC2InstanceTerminationProtection"] },
  types: [AwsType.Instance],
  guards: ["disableApiTermination"],
  evidence: [AwsType.LaunchTemplate],
  judge: (instance, _config, program) => {
    const field = "disableApiTermination";
    return eachUnlessTemplates(instance, field, program, (on) => mustBe(on, field, true, { absent: false }));
  },
  remediate: (properties) => (properties.disableApiTermination = true),
});
