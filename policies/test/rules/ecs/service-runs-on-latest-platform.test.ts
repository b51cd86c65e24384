import rule from "../../../rules/ecs/service-runs-on-latest-platform";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a service that stays on a version",
    fails: { launchType: "FARGATE", platformVersion: "1.3.0" },
    messages: ['platformVersion is another value; set it to "LATEST".'],
    passes: {
      "one on the latest": { platformVersion: "LATEST" },
      "one that says nothing, because AWS takes the latest": { platformVersion: undefined },
      "one on instances": { launchType: "EC2" },
    },
  },
]);
