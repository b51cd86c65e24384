import rule from "../../../rules/kms/key-policy-limits-grants-to-services";
import { ACCOUNT, allow, document } from "../../support/policy";
import { describeRule } from "../../support/table";

const role = { AWS: "arn:aws:iam::111122223333:role/app" };
const grants = (more: Record<string, unknown> = {}) => allow(role, { Action: ["kms:CreateGrant"], ...more });

describeRule(rule, [
  {
    it: "fails a role that may make grants for anybody",
    fails: { policy: document(allow(ACCOUNT), grants()) },
    messages: ["policy.Statement[1].Action lets make grants for anybody; add the condition kms:GrantIsForAWSResource."],
    passes: {
      "grants for AWS services": {
        policy: document(grants({ Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } } })),
      },
      "another action": { policy: document(grants({ Action: "kms:Decrypt" })) },
      "an account": { policy: document(allow(ACCOUNT)) },
      "a refusal": { policy: document(grants({ Effect: "Deny" })) },
    },
  },
  {
    it: "fails a service that may do anything, whose condition says the contrary",
    type: "aws:kms/keyPolicy:KeyPolicy",
    fails: {
      policy: document(
        allow({ Service: "ec2.amazonaws.com" }, { Condition: { Bool: { "kms:GrantIsForAWSResource": "false" } } }),
      ),
    },
    messages: ["policy.Statement[0].Action lets make grants for anybody; add the condition kms:GrantIsForAWSResource."],
    passes: { "an account": { policy: document(allow(ACCOUNT)) } },
  },
]);
