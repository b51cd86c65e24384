import rule from "../../../rules/ebs/account-encrypts-volumes-by-default";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails an account whose encryption by default is turned off",
    fails: { enabled: false },
    messages: ["enabled is false; set it to true."],
    passes: { "one whose is on": { enabled: true }, "the provider's default, which is on": { enabled: undefined } },
  },
]);
