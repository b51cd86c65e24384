import rule from "../../../rules/kms/key-policy-names-principals";
import { ACCOUNT, allow, document } from "../../support/policy";
import { describeRule } from "../../support/table";

const everybody = (statement: number) =>
  `policy.Statement[${statement}].Principal is everybody, and no condition says whose they are; name the principals.`;

const when = (condition: Record<string, unknown>) => ({
  policy: document(allow(ACCOUNT), allow("*", { Condition: condition })),
});

describeRule(rule, [
  {
    it: "fails a policy that allows something to everybody",
    fails: { policy: document(allow(ACCOUNT), allow("*")) },
    messages: [everybody(1)],
    passes: {
      "an account": { policy: document(allow(ACCOUNT)) },
      "a refusal": { policy: document(allow("*", { Effect: "Deny" })) },
      "a caller's account": when({ StringEquals: { "kms:CallerAccount": "111122223333" } }),
      "an organisation, in any case of the key": when({ StringEquals: { "AWS:principalorgid": ["o-1"] } }),
      "networks of its own": when({ IpAddress: { "aws:SourceIp": "192.0.2.0/24" } }),
      "no policy, for AWS's own names the account": { policy: undefined },
      "the empty text": { policy: "" },
      "no statement": { policy: "{}" },
    },
  },
  {
    it: "fails a wildcard among others, in one statement where a list is due",
    type: "aws:kms/keyPolicy:KeyPolicy",
    fails: { policy: JSON.stringify({ Statement: allow({ AWS: [ACCOUNT.AWS, "*"] }) }) },
    messages: [everybody(0)],
    passes: { "a service": { policy: document(allow({ Service: "*" })) } },
  },
  {
    it: "fails a statement for all but some",
    type: "aws:kms/replicaKey:ReplicaKey",
    fails: { policy: document({ Effect: "Allow", NotPrincipal: ACCOUNT, Action: "kms:*", Resource: "*" }) },
    messages: [everybody(0)],
    passes: { "an account": { policy: document(allow(ACCOUNT)) } },
  },
  ...[
    { Bool: { "aws:SecureTransport": "true" } },
    { StringNotEquals: { "kms:CallerAccount": "111122223333" } },
    { StringEqualsIfExists: { "kms:ViaService": "ec2.eu-central-1.amazonaws.com" } },
    { "ForAllValues:StringEquals": { "aws:PrincipalOrgID": "o-1" } },
    { StringLike: { "aws:PrincipalArn": "*" } },
    { StringLike: { "aws:PrincipalArn": [] } },
    { IpAddress: { "aws:SourceIp": ["10.0.0.0/8", "0.0.0.0/0"] } },
    { Null: { "aws:SourceAccount": "false" } },
    "none",
  ].map((Condition) => ({
    it: `fails a condition that everybody fulfils: ${JSON.stringify(Condition)}`,
    fails: { policy: document(allow("*", { Condition })) },
    messages: [everybody(0)],
    passes: { "an account": { policy: document(allow(ACCOUNT, { Condition })) } },
  })),
  {
    it: "fails what is no JSON, because nobody can tell what it allows",
    fails: { policy: "{ Statement }" },
    messages: ["policy is not JSON, so that nobody can tell what it allows; write it as JSON."],
    passes: { "an account": { policy: document(allow(ACCOUNT)) } },
  },
]);
