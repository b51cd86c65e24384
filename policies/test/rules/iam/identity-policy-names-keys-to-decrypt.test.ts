import rule from "../../../rules/iam/identity-policy-names-keys-to-decrypt";
import { document } from "../../support/policy";
import { describeRule } from "../../support/table";

const allow = (more: Record<string, unknown>) =>
  document({ Effect: "Allow", Action: "kms:Decrypt", Resource: "*", ...more });
const messages = ["policy.Statement[0].Resource is every key, and the statement lets decrypt; name the keys."];

describeRule(rule, [
  {
    it: "fails a policy that lets decrypt with every key",
    fails: { policy: allow({}) },
    messages,
    passes: {
      "a key": { policy: allow({ Resource: "arn:aws:kms:eu-central-1:111122223333:key/1" }) },
      "another action": { policy: allow({ Action: "kms:Encrypt" }) },
      "a refusal": { policy: allow({ Effect: "Deny" }) },
      "a service, for which the keys are used": {
        policy: allow({ Condition: { StringEquals: { "kms:ViaService": "ec2.eu-central-1.amazonaws.com" } } }),
      },
    },
  },
  {
    it: "fails all keys by a pattern, and actions by one",
    type: "aws:iam/rolePolicy:RolePolicy",
    fails: { policy: allow({ Action: ["kms:re*"], Resource: ["arn:aws:kms:*:*:key/*"] }) },
    messages,
    passes: { "another action": { policy: allow({ Action: "kms:List*" }) } },
  },
  {
    it: "fails all that is not named",
    type: "aws:iam/userPolicy:UserPolicy",
    fails: { policy: document({ Effect: "Allow", NotAction: "iam:*", Resource: "*" }) },
    messages,
    passes: { "all but keys": { policy: document({ Effect: "Allow", NotAction: ["kms:*"], Resource: "*" }) } },
  },
  {
    it: "fails a role's own policy",
    type: "aws:iam/role:Role",
    fails: { inlinePolicies: [{ name: "keys", policy: allow({}) }] },
    messages: [`inlinePolicies[0].${messages[0]}`],
    passes: { "no policy": { inlinePolicies: [] } },
  },
]);
