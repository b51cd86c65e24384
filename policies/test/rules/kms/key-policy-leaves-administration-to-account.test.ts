import rule from "../../../rules/kms/key-policy-leaves-administration-to-account";
import { ACCOUNT, allow, document } from "../../support/policy";
import { describeRule } from "../../support/table";

const messages = [
  "policy.Statement[0].Action is every action, for others than an account; name the actions that they need.",
];
const role = { AWS: "arn:aws:iam::111122223333:role/app" };

describeRule(rule, [
  {
    it: "fails a policy that allows everything to a role",
    fails: { policy: document(allow(role)) },
    messages,
    passes: {
      "an account as its root": { policy: document(allow(ACCOUNT)) },
      "an account by its number": { policy: document(allow({ AWS: "111122223333" })) },
      "actions that the role needs": { policy: document(allow(role, { Action: ["kms:Decrypt", "kms:Encrypt"] })) },
      "a refusal": { policy: document(allow(role, { Effect: "Deny" })) },
      "no policy": { policy: undefined },
    },
  },
  {
    it: "fails a policy that allows everything to a service beside an account",
    type: "aws:kms/keyPolicy:KeyPolicy",
    fails: { policy: document(allow({ ...ACCOUNT, Service: "ec2.amazonaws.com" }, { Action: ["*"] })) },
    messages,
    passes: { "an account": { policy: document(allow(ACCOUNT)) } },
  },
]);
