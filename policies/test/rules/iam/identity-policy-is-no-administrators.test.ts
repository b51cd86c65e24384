import rule from "../../../rules/iam/identity-policy-is-no-administrators";
import { document } from "../../support/policy";
import { describeRule } from "../../support/table";

const allow = (more: Record<string, unknown>) => document({ Effect: "Allow", Action: "*", Resource: "*", ...more });

describeRule(rule, [
  {
    it: "fails a policy that allows everything",
    fails: { policy: allow({ Action: ["s3:GetObject", "*"], Resource: ["*"] }) },
    messages: ["policy.Statement[0].Action is every action, on every resource; name those that the identity needs."],
    passes: {
      "actions by name": { policy: allow({ Action: "s3:*" }) },
      "a resource": { policy: allow({ Resource: "arn:aws:s3:::bucket" }) },
      "a refusal": { policy: allow({ Effect: "Deny" }) },
    },
  },
]);
