import rule from "../../../rules/imagebuilder/failed-build-instance-is-terminated";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails an infrastructure that leaves it running",
    fails: { terminateInstanceOnFailure: false },
    messages: ["terminateInstanceOnFailure is false; set it to true."],
    passes: {
      "one that terminates it": { terminateInstanceOnFailure: true },
      "one that says nothing, which does": { terminateInstanceOnFailure: undefined },
    },
    remediated: { terminateInstanceOnFailure: true },
  },
]);
