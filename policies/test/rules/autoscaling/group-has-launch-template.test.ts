import rule from "../../../rules/autoscaling/group-has-launch-template";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a group with a launch configuration",
    fails: { launchConfiguration: "web" },
    messages: ["launchTemplate is not set; name a launch template: AWS adds nothing more to launch configurations."],
    passes: {
      "one with a launch template": { launchTemplate: { id: "lt-1" } },
      "one with several types of instances": {
        mixedInstancesPolicy: { launchTemplate: { launchTemplateSpecification: { launchTemplateId: "lt-1" } } },
      },
    },
  },
]);
