import rule from "../../../rules/ec2/security-group-has-description";
import { describeRule } from "../../support/table";

const passes = { "one that says what it is for": { description: "Lets the web in" } };

describeRule(rule, [
  {
    it: "fails a group that says nothing, because the provider writes something that says nothing, too",
    fails: {},
    messages: ["description is not set, and AWS takes Managed by Pulumi then; say what the group is for."],
    passes,
  },
  {
    it: "fails what the provider writes",
    fails: { description: "Managed by Terraform" },
    messages: ["description is Managed by Terraform; say what the group is for."],
    passes,
  },
  {
    it: "fails a blank",
    fails: { description: " " },
    messages: ["description is another value; say what the group is for."],
    passes,
  },
]);
