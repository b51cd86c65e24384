import { Group } from "../../model/levels";
import { mustRefer } from "../../model/reference";
import { defineRule } from "../../model/rule";
import { BUILD_INSTANCES } from "../../model/types";

export default defineRule({
  name: "build-sends-notifications",
  requires: "Image Builder tells a topic how its builds end.",
  fix: "Set snsTopicArn.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/integ-sns.html",
  types: BUILD_INSTANCES,
  guards: ["snsTopicArn"],
  evidence: [],
  judge: (infrastructure, _config, program) => mustRefer(infrastructure, "snsTopicArn", "name a topic.", program),
});
