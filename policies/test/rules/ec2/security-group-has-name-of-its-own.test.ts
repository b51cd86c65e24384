import rule from "../../../rules/ec2/security-group-has-name-of-its-own";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails the wizard's name",
    fails: { name: "launch-wizard-1" },
    messages: ["name is another value; name the group by what it is for."],
    passes: { "another name": { name: "web" }, "the provider's": { name: undefined } },
  },
]);
