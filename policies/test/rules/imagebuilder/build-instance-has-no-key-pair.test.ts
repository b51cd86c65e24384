import rule from "../../../rules/imagebuilder/build-instance-has-no-key-pair";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails an infrastructure with a key pair",
    fails: { keyPair: "ops" },
    messages: ["keyPair is another value; leave it out."],
    passes: { "one without": { keyPair: undefined } },
  },
]);
