import rule from "../../../rules/kms/key-has-description";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a key without a description",
    fails: { description: "" },
    messages: ["description is not set; say what the key encrypts."],
    passes: { "one with a description": { description: "Encrypts volumes" } },
  },
]);
