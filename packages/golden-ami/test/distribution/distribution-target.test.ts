import * as assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { DistributionTarget, type DistributionTargetArgs } from "@groundwork/golden-ami";
import {
  inputsOf,
  made,
  mistakes,
  named,
  record,
  type Recorded,
  refused,
  statementsIn,
} from "@groundwork/core/testing";

const KEY = "arn:aws:kms:eu-west-1:111122223333:key/images";
const OWN_KEY = "arn:aws:kms:eu-west-1:444455556666:key/copies";
const ROLE = "arn:aws:iam::111122223333:role/web-ami-execution-role-*";
const TEMPLATE = "lt-0a1b2c3d4e5f60718";

const ARGS: DistributionTargetArgs = {
  place: { accountId: "444455556666", region: "eu-west-1" },
  sourceAccountId: "111122223333",
  keys: [{ name: "images", keyArn: KEY }],
};

/** Everything that an account may be given, of two pipelines and in two Regions. */
const FULL: DistributionTargetArgs = {
  ...ARGS,
  sourceRoleArns: [ROLE],
  keys: [
    { name: "images", keyArn: KEY },
    { name: "frankfurt", keyArn: KEY.replace("eu-west-1", "eu-central-1"), region: "eu-central-1" },
    { name: "own", keyArn: OWN_KEY },
  ],
  amiNames: ["web", "batch"],
  parameterNames: ["latest-web"],
  regions: ["eu-west-1", "eu-central-1"],
  launchTemplates: [{ launchTemplateId: TEMPLATE, region: "eu-central-1" }],
  autoScalingRoleNames: ["AWSServiceRoleForAutoScaling", "AWSServiceRoleForAutoScaling_web"],
  tags: { Team: "core" },
};

const GRANT = "aws:kms/grant:Grant";
const target = (args: Partial<DistributionTargetArgs> = {}) => new DistributionTarget("images", { ...ARGS, ...args });

describe("DistributionTarget", () => {
  let resources: Recorded[];
  let full: Recorded[];

  before(async () => {
    resources = await record(() => target());
    full = await record(() => target(FULL));
  });

  it("makes the role that Image Builder looks for, and the grant that Auto Scaling needs", () => {
    assert.deepEqual(made(resources), [
      ["golden-ami:index:DistributionTarget", "images"],
      ["aws:iam/role:Role", "images-cross-account-role"],
      ["aws:iam/rolePolicyAttachment:RolePolicyAttachment", "images-distribution-access-policy-attachment"],
      ["aws:iam/rolePolicy:RolePolicy", "images-distribution-policy"],
      [GRANT, "images-images-auto-scaling-grant"],
      ["aws:iam/rolePolicyAttachment:RolePolicyAttachment", "images-lifecycle-policy-attachment"],
      ["aws:iam/role:Role", "images-lifecycle-role"],
    ]);
    const { assumeRolePolicy: _trust, ...role } = inputsOf(resources, "images-cross-account-role");
    assert.deepEqual(role, {
      name: "EC2ImageBuilderDistributionCrossAccountRole",
      description: "Lets Image Builder distribute AMIs of the account 111122223333",
      tags: { Name: "images" },
    });
    assert.deepEqual(inputsOf(resources, "images-distribution-access-policy-attachment"), {
      role: "EC2ImageBuilderDistributionCrossAccountRole",
      policyArn: "arn:aws:iam::aws:policy/Ec2ImageBuilderCrossAccountDistributionAccess",
    });
    assert.deepEqual(inputsOf(full, "images-cross-account-role")["tags"], { Name: "images", Team: "core" });
  });

  it("makes the role that Image Builder retires copies under, unless they are kept", async () => {
    const { assumeRolePolicy, name } = inputsOf(resources, "images-lifecycle-role");
    assert.equal(name, "Ec2ImageBuilderCrossAccountLifecycleAccess");
    assert.deepEqual(statementsIn(assumeRolePolicy), [
      {
        Effect: "Allow",
        Principal: { Service: "imagebuilder.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: {
          StringEquals: { "aws:SourceAccount": "444455556666" },
          ArnLike: { "aws:SourceArn": "arn:aws:imagebuilder:*:*:image/*/*/*" },
        },
      },
    ]);
    assert.deepEqual(inputsOf(resources, "images-lifecycle-policy-attachment"), {
      role: "Ec2ImageBuilderCrossAccountLifecycleAccess",
      policyArn: "arn:aws:iam::aws:policy/service-role/EC2ImageBuilderLifecycleExecutionPolicy",
    });
    const kept = await record(() => target({ keepCopies: true }));
    assert.ok(!made(kept).some(([, resource]) => resource.includes("lifecycle")));
  });

  it("trusts the source account, and of its roles those alone that are named", () => {
    const trust = (of: Recorded[]) => statementsIn(inputsOf(of, "images-cross-account-role")["assumeRolePolicy"]);
    const statement = {
      Sid: "TheSourceAccountActsHere",
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::111122223333:root" },
      Action: "sts:AssumeRole",
    };
    assert.deepEqual(trust(resources), [statement]);
    assert.deepEqual(trust(full), [{ ...statement, Condition: { ArnLike: { "aws:PrincipalArn": [ROLE] } } }]);
  });

  it("grants each key of another account to each Auto Scaling role, in the key's Region, and no more than a key may be granted", () => {
    assert.deepEqual(inputsOf(resources, "images-images-auto-scaling-grant"), {
      keyId: KEY,
      granteePrincipal:
        "arn:aws:iam::444455556666:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling",
      operations: [
        ...["Encrypt", "Decrypt", "ReEncryptFrom", "ReEncryptTo", "GenerateDataKey"],
        ...["GenerateDataKeyWithoutPlaintext", "DescribeKey", "CreateGrant"],
      ],
      retiringPrincipal: "arn:aws:iam::444455556666:root",
      retireOnDelete: true,
      region: "eu-west-1",
    });
    const grants = full.filter(({ type }) => type === GRANT);
    assert.deepEqual(
      grants.map(({ name, inputs }) => [name, inputs["region"], String(inputs["granteePrincipal"]).split("/").at(-1)]),
      [
        ["images-images-auto-scaling-grant", "eu-west-1", "AWSServiceRoleForAutoScaling"],
        ["images-images-auto-scaling-web-grant", "eu-west-1", "AWSServiceRoleForAutoScaling_web"],
        ["images-frankfurt-auto-scaling-grant", "eu-central-1", "AWSServiceRoleForAutoScaling"],
        ["images-frankfurt-auto-scaling-web-grant", "eu-central-1", "AWSServiceRoleForAutoScaling_web"],
      ],
    );
  });

  it("grants none where there is no Auto Scaling", async () => {
    const without = await record(() => target({ autoScalingRoleNames: [] }));
    assert.deepEqual(
      without.filter(({ type }) => type === GRANT),
      [],
    );
  });

  it("is made by the target account's own provider, all of it", async () => {
    const given = await record(() => {
      const provider = new aws.Provider("target", { region: "eu-west-1" });
      new DistributionTarget("images", FULL, { provider });
    });
    const own = given.filter(({ type }) => type.startsWith("aws:"));
    assert.equal(own.length, 9);
    assert.deepEqual(new Set(own.map(({ provider }) => provider)), new Set(["target"]));
  });

  it("tells what a pipeline's distribution takes", async () => {
    const { targetAccountId, regions, parameterNames, grantIds } = await outputs(FULL);
    assert.equal((grantIds as unknown[]).length, 4);
    assert.deepEqual([targetAccountId, regions], ["444455556666", ["eu-west-1", "eu-central-1"]]);
    assert.deepEqual(parameterNames, ["/golden-ami/web/candidate", "/golden-ami/batch/candidate", "latest-web"]);
  });

  it("takes keys and launch templates that are made in the same program", async () => {
    const composed = await record(() =>
      target({
        ...FULL,
        keys: FULL.keys.slice(0, 2).map((key) => ({ ...key, keyArn: pulumi.output(key.keyArn) })),
        launchTemplates: [{ launchTemplateId: pulumi.output(TEMPLATE), region: "eu-central-1" }],
      }),
    );
    const plain = await record(() => target({ ...FULL, keys: FULL.keys.slice(0, 2) }));
    assert.deepEqual(inputsOf(composed, "images-distribution-policy"), inputsOf(plain, "images-distribution-policy"));
    const grant = "images-images-auto-scaling-grant";
    assert.deepEqual(named(composed, grant).inputs, named(plain, grant).inputs);
  });
});

describe("a distribution target that would not work", () => {
  it("is refused in the source account, where a pipeline needs none", async () => {
    assert.deepEqual(await mistakes(() => target({ sourceAccountId: "444455556666" })), [
      'sourceAccountId is "444455556666", but must be another account than the target; drop the DistributionTarget: in its own account a pipeline needs none.',
    ]);
  });

  it("is refused with every mistake at once", async () => {
    assert.deepEqual(
      await refused(() =>
        target({
          place: { accountId: "4444", region: "eu-west-1" },
          sourceAccountId: "1111",
          sourceRoleArns: ["*"],
          keys: [
            { name: "Images", keyArn: "alias/aws/ebs" },
            { name: "frankfurt", keyArn: KEY, region: "eu-central-1" },
            { name: "frankfurt", keyArn: KEY },
            { name: "nowhere", keyArn: "arn:aws:kms:x:111122223333:key/one", region: "x" },
          ],
          amiNames: ["Web"],
          parameterNames: ["/golden-ami/web/approved", "aws-web"],
          regions: ["eu-west-1", "cn-north-1"],
          launchTemplates: [{ launchTemplateId: "lt-1", region: "us-east-1" }],
          autoScalingRoleNames: ["AutoScaling"],
        }),
      ),
      [
        'place.accountId is "4444"',
        'sourceAccountId is "1111"',
        'sourceRoleArns[0] is "*"',
        'keys is ["Images","frankfurt","frankfurt","nowhere"]',
        `keys is ["alias/aws/ebs","${KEY}","${KEY}","arn:aw…`,
        'keys[0].name is "Images"',
        'keys[0].keyArn is "alias/aws/ebs"',
        `keys[1].keyArn is "${KEY}"`,
        'keys[3].region is "x"',
        'regions[1] is "cn-north-1"',
        'amiNames[0] is "Web"',
        'parameterNames[0] is "/golden-ami/web/approved"',
        'parameterNames[1] is "aws-web"',
        'launchTemplates[0].launchTemplateId is "lt-1"',
        'launchTemplates[0].region is "us-east-1"',
        'autoScalingRoleNames[0] is "AutoScaling"',
      ],
    );
  });

  it("is refused without a key, or with lists that are empty or say one thing twice", async () => {
    assert.deepEqual(await refused(() => target({ keys: [], sourceRoleArns: [], regions: [] })), [
      "sourceRoleArns is []",
      "keys is []",
      "regions is []",
    ]);
    const twice = ["latest", "latest"];
    assert.deepEqual(await refused(() => target({ amiNames: twice, parameterNames: twice })), [
      'amiNames is ["latest","latest"]',
      'parameterNames is ["latest","latest"]',
    ]);
  });

  it("is refused where the role's policy has no room", async () => {
    const parameterNames = Array.from({ length: 200 }, (_, index) => `/golden-ami/web/of-the-team-${index}`);
    const [mistake] = await refused(() => target({ parameterNames }));
    assert.match(mistake!, /^keys, amiNames, .* is "\d+ characters of policy"$/);
  });
});

/** The outputs of a target. */
async function outputs(args: DistributionTargetArgs): Promise<Record<string, unknown>> {
  let known: Record<string, unknown> = {};
  await record(() => {
    const { targetAccountId, regions, parameterNames, grantIds, roleArn } = target(args);
    pulumi.output({ targetAccountId, regions, parameterNames, grantIds, roleArn }).apply((values) => (known = values));
  });
  assert.equal(known["roleArn"], "arn:of:images-cross-account-role");
  return known;
}
