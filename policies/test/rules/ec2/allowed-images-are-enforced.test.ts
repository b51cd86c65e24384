import rule from "../../../rules/ec2/allowed-images-are-enforced";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a setting that only audits",
    fails: { state: "audit-mode" },
    messages: ['state is audit-mode; set it to "enabled".'],
    passes: { "one that is enforced": { state: "enabled" } },
  },
  {
    it: "fails one that is off",
    fails: { state: "disabled" },
    messages: ['state is disabled; set it to "enabled".'],
    passes: { "one that is enforced": { state: "enabled" } },
  },
]);
