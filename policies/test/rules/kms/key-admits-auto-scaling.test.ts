import * as assert from "node:assert/strict";
import rule from "../../../rules/kms/key-admits-auto-scaling";
import { ACCOUNT, allow, document } from "../../support/policy";
import { describeRule } from "../../support/table";
import { judge, type Registration } from "../../support/pack";

const messages = [
  "An Auto Scaling group launches volumes with the key, and neither the key's policy nor a grant admits " +
    "AWSServiceRoleForAutoScaling, so that its instances end at once; allow it to use the key, and kms:CreateGrant. (end)",
];
const role = "arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling";

function launchedWith(source: string): Registration[] {
  return [
    {
      type: "aws:ec2/launchTemplate:LaunchTemplate",
      name: "template",
      inputs: {},
      sources: { blockDeviceMappings: [source] },
    },
    { type: "aws:autoscaling/group:Group", name: "group", inputs: {}, sources: { launchTemplate: ["template"] } },
  ];
}

const alias: Registration = {
  type: "aws:kms/alias:Alias",
  name: "alias",
  inputs: {},
  sources: { targetKeyId: ["it"] },
};

describeRule(rule, [
  {
    it: "fails a key of a group's volumes that admits the account alone, since no IAM policy can be given to the role",
    fails: { policy: document(allow(ACCOUNT)) },
    later: launchedWith("it"),
    messages,
    passes: {
      "the role": {
        policy: document(allow(ACCOUNT), allow({ AWS: role }, { Action: ["kms:Decrypt", "kms:CreateGrant"] })),
      },
      "everybody of the account": {
        policy: document(allow("*", { Condition: { StringEquals: { "kms:CallerAccount": "111122223333" } } })),
      },
    },
    passesWith: {
      "a grant": [
        {
          type: "aws:kms/grant:Grant",
          name: "grant",
          inputs: { granteePrincipal: role },
          sources: { keyId: ["it"] },
        },
      ],
      "a policy beside it": [
        {
          type: "aws:kms/keyPolicy:KeyPolicy",
          name: "policy",
          inputs: { policy: document(allow({ AWS: `${role}_suffix` })) },
          sources: { keyId: ["it"] },
        },
      ],
    },
  },
  {
    it: "fails a key without a policy that an alias leads to, and a role that may not hand it on",
    fails: { policy: document(allow({ AWS: role }, { NotAction: "kms:Create*" })) },
    later: [alias, ...launchedWith("alias")],
    messages,
    passes: { "a role that may": { policy: document(allow({ AWS: role }, { NotAction: ["kms:Delete*"] })) } },
  },
]);

describe(rule.name, () => {
  it("says nothing of a key with which no group launches", async () => {
    const [template] = launchedWith("it");
    const key = { type: "aws:kms/key:Key", name: "it", inputs: {} };
    assert.deepEqual(await judge([rule], [key]), []);
    assert.deepEqual(await judge([rule], [key, template!]), []);
  });
});
