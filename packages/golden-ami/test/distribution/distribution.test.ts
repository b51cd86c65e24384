import * as assert from "node:assert/strict";
import {
  type FastLaunch,
  GoldenAmiPipeline,
  type GoldenAmiPipelineArgs,
  type ImageDistribution,
  OperatingSystem,
} from "@groundwork/golden-ami";
import { inputsOf, mistakes, record, type Recorded, refused } from "@groundwork/core/testing";

const KEY = "arn:aws:kms:eu-west-1:111122223333:key/build";
const FRANKFURT_KEY = "arn:aws:kms:eu-central-1:111122223333:key/frankfurt";
const ORGANIZATION = "arn:aws:organizations::999900001111:organization/o-a1b2c3d4e5";
const UNIT = "arn:aws:organizations::999900001111:ou/o-a1b2c3d4e5/ou-ab12-cdef3456";
const LICENSE =
  "arn:aws:license-manager:eu-west-1:111122223333:license-configuration:lic-0123456789abcdef0123456789abcdef";
const TEMPLATES = ["lt-0a1b2c3d4e5f60718", "lt-0f9e8d7c6b5a40312"];

const ARGS: GoldenAmiPipelineArgs = {
  place: { accountId: "111122223333", region: "eu-west-1" },
  amiName: "web",
  keyArn: KEY,
  infrastructure: { network: { vpcId: "vpc-1", subnetId: "subnet-1" } },
  tags: { Team: "core" },
};

/** The arguments of a pipeline that builds Windows. */
const WINDOWS: Partial<GoldenAmiPipelineArgs> = { operatingSystem: OperatingSystem.WindowsServer2025 };

/** Everything that a Region may have, and another Region. */
const DISTRIBUTIONS: ImageDistribution[] = [
  {
    region: "eu-west-1",
    targetAccountIds: ["444455556666"],
    accountIds: ["777788889999", "444455556666"],
    organizationArns: [ORGANIZATION],
    organizationalUnitArns: [UNIT],
    amiNamePattern: "golden web {{imagebuilder:buildDate}}",
    description: "Serves the web",
    amiTags: { Team: "web", Tier: "front" },
    parameters: [{ name: "/golden-ami/web/candidate" }, { name: "latest-web", accountId: "444455556666" }],
    launchTemplates: [
      { launchTemplateId: TEMPLATES[0]!, accountId: "111122223333" },
      { launchTemplateId: TEMPLATES[1]!, accountId: "444455556666", setDefault: false },
    ],
    licenseConfigurationArns: [LICENSE],
  },
  { region: "eu-central-1", keyArn: FRANKFURT_KEY, targetAccountIds: ["444455556666"] },
];

/** A statement of a policy, in lines that a person reads. */
interface Statement {
  Sid: string;
  Effect: string;
  Action: string | string[];
  Resource: string | string[];
  Condition?: object;
}

const pipeline = (distributions?: ImageDistribution[], more: Partial<GoldenAmiPipelineArgs> = {}) =>
  new GoldenAmiPipeline("web-ami", { ...ARGS, ...more, distributions });

/** What the role of a pipeline may do to distribute. */
function statements(resources: Recorded[]): Statement[] {
  const { policy } = inputsOf(resources, "web-ami-execution-distribution-policy");
  return (JSON.parse(policy as string) as { Statement: Statement[] }).Statement;
}

describe("the distribution of a golden AMI", () => {
  let alone: Recorded[];
  let full: Recorded[];

  before(async () => {
    alone = await record(() => pipeline());
    full = await record(() => pipeline(DISTRIBUTIONS));
  });

  it("hands on all that a Region is told, and in another what holds unless told otherwise", () => {
    assert.deepEqual(inputsOf(full, "web-ami-distribution")["distributions"], [
      {
        region: "eu-west-1",
        amiDistributionConfiguration: {
          name: "golden web {{imagebuilder:buildDate}}",
          description: "Serves the web",
          amiTags: { Name: "web", Team: "web", Tier: "front" },
          kmsKeyId: KEY,
          targetAccountIds: ["444455556666"],
          launchPermission: {
            userIds: ["444455556666", "777788889999"],
            organizationArns: [ORGANIZATION],
            organizationalUnitArns: [UNIT],
          },
        },
        ssmParameterConfigurations: [
          { parameterName: "/golden-ami/web/candidate", dataType: "aws:ec2:image" },
          { parameterName: "latest-web", amiAccountId: "444455556666", dataType: "aws:ec2:image" },
        ],
        launchTemplateConfigurations: [
          { launchTemplateId: TEMPLATES[0], default: true },
          { launchTemplateId: TEMPLATES[1], accountId: "444455556666", default: false },
        ],
        licenseConfigurationArns: [LICENSE],
      },
      {
        region: "eu-central-1",
        amiDistributionConfiguration: {
          name: "web-{{ imagebuilder:buildDate }}",
          description: "The golden AMI web",
          amiTags: { Name: "web", Team: "core" },
          kmsKeyId: FRANKFURT_KEY,
          targetAccountIds: ["444455556666"],
          launchPermission: { userIds: ["444455556666"] },
        },
        ssmParameterConfigurations: [
          { parameterName: "/golden-ami/web/candidate", dataType: "aws:ec2:image" },
          { parameterName: "/golden-ami/web/candidate", amiAccountId: "444455556666", dataType: "aws:ec2:image" },
        ],
      },
    ]);
  });

  it("shares with organizations alone, where no account is named", async () => {
    const resources = await record(() => pipeline([{ region: "eu-west-1", organizationArns: [ORGANIZATION] }]));
    const [{ amiDistributionConfiguration }] = inputsOf(resources, "web-ami-distribution")["distributions"] as [
      { amiDistributionConfiguration: Record<string, unknown> },
    ];
    assert.deepEqual(amiDistributionConfiguration["launchPermission"], { organizationArns: [ORGANIZATION] });
  });

  it("has snapshots of a Windows AMI prepared, as AWS does unless told otherwise", async () => {
    const fastLaunch = async (given: FastLaunch) => {
      const resources = await record(() => pipeline([{ region: "eu-west-1", fastLaunch: given }], WINDOWS));
      return (inputsOf(resources, "web-ami-distribution")["distributions"] as Record<string, unknown>[])[0]![
        "fastLaunchConfigurations"
      ];
    };
    const usual = { accountId: "111122223333", enabled: true, maxParallelLaunches: 6 };
    assert.deepEqual(await fastLaunch({}), [{ ...usual, snapshotConfiguration: { targetResourceCount: 5 } }]);
    const template = { launchTemplateId: TEMPLATES[0]! };
    assert.deepEqual(await fastLaunch({ snapshotCount: 20, maxParallelLaunches: 8, ...template }), [
      {
        ...usual,
        maxParallelLaunches: 8,
        snapshotConfiguration: { targetResourceCount: 20 },
        launchTemplate: { ...template, launchTemplateVersion: "$Default" },
      },
    ]);
    assert.deepEqual(await fastLaunch({ ...template, launchTemplateVersion: "3" }), [
      {
        ...usual,
        snapshotConfiguration: { targetResourceCount: 5 },
        launchTemplate: { ...template, launchTemplateVersion: "3" },
      },
    ]);
  });

  it("changes no version of the recipe, wherever the AMI goes", () => {
    assert.equal(inputsOf(full, "web-ami-recipe")["version"], inputsOf(alone, "web-ami-recipe")["version"]);
  });

  it("lets the pipeline's role write the candidate of its Region, and look at AMIs, and no more", () => {
    assert.deepEqual(statements(alone), [
      {
        Sid: "UsesTheKeysThroughEc2",
        Effect: "Allow",
        Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
        Resource: [KEY],
        Condition: { StringEquals: { "kms:ViaService": ["ec2.eu-west-1.amazonaws.com"] } },
      },
      {
        Sid: "GrantsTheKeysToVolumes",
        Effect: "Allow",
        Action: ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"],
        Resource: [KEY],
        Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
      },
      {
        Sid: "WritesTheParameters",
        Effect: "Allow",
        Action: "ssm:PutParameter",
        Resource: ["arn:aws:ssm:eu-west-1:111122223333:parameter/golden-ami/web/candidate"],
      },
      { Sid: "LooksAtAmis", Effect: "Allow", Action: "ec2:DescribeImages", Resource: "*" },
    ]);
  });

  it("lets it write exactly what is its own account's, and act in exactly the target accounts", () => {
    const bySid = Object.fromEntries(statements(full).map(({ Sid, ...statement }) => [Sid, statement]));
    const template = `arn:aws:ec2:eu-west-1:111122223333:launch-template/${TEMPLATES[0]}`;
    assert.deepEqual(Object.keys(bySid), [
      "UsesTheKeysThroughEc2",
      "GrantsTheKeysToVolumes",
      "WritesTheParameters",
      "LooksAtAmis",
      "UpdatesTheLaunchTemplates",
      "TagsTheLaunchTemplates",
      "LooksAtLaunchTemplates",
      "ActsInTheTargetAccounts",
    ]);
    assert.deepEqual(bySid["UsesTheKeysThroughEc2"]?.Resource, [KEY, FRANKFURT_KEY]);
    assert.deepEqual(bySid["UsesTheKeysThroughEc2"]?.Condition, {
      StringEquals: { "kms:ViaService": ["ec2.eu-west-1.amazonaws.com", "ec2.eu-central-1.amazonaws.com"] },
    });
    assert.deepEqual(bySid["WritesTheParameters"]?.Resource, [
      "arn:aws:ssm:eu-west-1:111122223333:parameter/golden-ami/web/candidate",
      "arn:aws:ssm:eu-central-1:111122223333:parameter/golden-ami/web/candidate",
    ]);
    assert.deepEqual(bySid["UpdatesTheLaunchTemplates"], {
      Effect: "Allow",
      Action: ["ec2:CreateLaunchTemplateVersion", "ec2:ModifyLaunchTemplate"],
      Resource: [template],
    });
    assert.deepEqual(bySid["TagsTheLaunchTemplates"], {
      Effect: "Allow",
      Action: "ec2:CreateTags",
      Resource: [template],
      Condition: { StringEquals: { "aws:RequestTag/CreatedBy": "EC2 Image Builder" } },
    });
    assert.deepEqual(bySid["ActsInTheTargetAccounts"], {
      Effect: "Allow",
      Action: "sts:AssumeRole",
      Resource: ["arn:aws:iam::444455556666:role/EC2ImageBuilderDistributionCrossAccountRole"],
    });
  });

  it("writes no parameter, where none is wanted", async () => {
    const resources = await record(() => pipeline([{ region: "eu-west-1", parameters: [] }]));
    assert.deepEqual(
      statements(resources).map(({ Sid }) => Sid),
      ["UsesTheKeysThroughEc2", "GrantsTheKeysToVolumes", "LooksAtAmis"],
    );
  });
});

describe("a distribution that AWS would refuse, or that would fail hours later", () => {
  const wrong = (distributions: ImageDistribution[], more?: Partial<GoldenAmiPipelineArgs>) =>
    refused(() => pipeline(distributions, more));

  it("is refused with every mistake at once", async () => {
    assert.deepEqual(
      await wrong([
        { region: "Frankfurt", keyArn: KEY },
        {
          region: "eu-central-1",
          keyArn: KEY,
          targetAccountIds: ["111122223333"],
          accountIds: ["all"],
          organizationArns: [UNIT],
          organizationalUnitArns: Array.from({ length: 26 }, (_, index) => `${UNIT}${index}`),
          amiNamePattern: "web-{{ imagebuilder:buildVersion }}",
          description: "",
          amiTags: { "aws:Name": "web" },
          parameters: [
            { name: "/aws/web" },
            { name: "/golden-ami/web/prod/approved" },
            { name: "latest", accountId: "777788889999" },
            { name: "latest", accountId: "777788889999" },
          ],
          launchTemplates: [{ launchTemplateId: "web", accountId: "777788889999" }],
          licenseConfigurationArns: [LICENSE],
        },
        { region: "eu-central-1" },
      ]),
      [
        'distributions is ["Frankfurt","eu-central-1","eu-central-1"]',
        'distributions is ["Frankfurt","eu-central-1","eu-central-1"]',
        'distributions[0].region is "Frankfurt"',
        `distributions[0].keyArn is "${KEY}"`,
        `distributions[1].keyArn is "${KEY}"`,
        'distributions[1].targetAccountIds[0] is "111122223333"',
        'distributions[1].accountIds[0] is "all"',
        `distributions[1].organizationArns[0] is "${UNIT}"`,
        'distributions[1].organizationalUnitArns is "26 ARNs"',
        'distributions[1].amiNamePattern is "web-{{ imagebuilder:buildVersion }}"',
        'distributions[1].description is ""',
        'distributions[1].amiTags is {"aws:Name":"web"}',
        'distributions[1].parameters is ["/aws/web of 111122223333","/golden-ami/web/prod/approved of 111122223333","latest of 777788889999","latest of 77778888…',
        'distributions[1].parameters[0].name is "/aws/web"',
        'distributions[1].parameters[1].name is "/golden-ami/web/prod/approved"',
        'distributions[1].parameters[2].accountId is "777788889999"',
        'distributions[1].parameters[3].accountId is "777788889999"',
        'distributions[1].launchTemplates[0].launchTemplateId is "web"',
        'distributions[1].launchTemplates[0].accountId is "777788889999"',
        `distributions[1].licenseConfigurationArns[0] is "${LICENSE}"`,
        "distributions[2].keyArn is missing",
      ],
    );
  });

  it("says what to do, for each Region that has no key of its own", async () => {
    assert.deepEqual(await mistakes(() => pipeline([{ region: "eu-west-1" }, { region: "eu-central-1" }])), [
      "distributions[1].keyArn is missing, but must be the ARN of a key in eu-central-1; pass the keyArn of an EncryptionKey there, or for a replica its replicaKeyArns.",
    ]);
  });

  it("has no key of its own in the Region that builds, unless it copies there: the recipe's holds", async () => {
    assert.deepEqual(await wrong([{ region: "eu-west-1", keyArn: KEY }]), [`distributions[0].keyArn is "${KEY}"`]);
    const resources = await record(() =>
      pipeline([{ region: "eu-west-1", keyArn: `${KEY}-of-copies`, targetAccountIds: ["444455556666"] }]),
    );
    const text = JSON.stringify(inputsOf(resources, "web-ami-distribution"));
    assert.ok(text.includes(`"kmsKeyId":"${KEY}-of-copies"`), text);
  });

  it("shares or copies nothing that AWS's own key encrypts", async () => {
    const keyArn = "alias/aws/ebs";
    for (const sharing of [
      { targetAccountIds: ["444455556666"] },
      { accountIds: ["444455556666"] },
      { organizationArns: [ORGANIZATION] },
      { organizationalUnitArns: [UNIT] },
    ]) {
      assert.deepEqual(await wrong([{ region: "eu-west-1", ...sharing }], { keyArn }), [`keyArn is "${keyArn}"`]);
      assert.deepEqual(await wrong([{ region: "eu-west-1" }, { region: "eu-central-1", keyArn, ...sharing }]), [
        `distributions[1].keyArn is "${keyArn}"`,
      ]);
    }
    assert.deepEqual(await wrong([{ region: "eu-west-1" }, { region: "eu-central-1", keyArn }]), [
      `distributions[1].keyArn is "${keyArn}"`,
    ]);
  });

  it("goes to as many accounts as the role that distributes has room for, whose policy AWS would refuse otherwise", async () => {
    const accounts = (count: number) => Array.from({ length: count }, (_, index) => `${200_000_000_000 + index}`);
    await record(() => pipeline([{ region: "eu-west-1", targetAccountIds: accounts(100), parameters: [] }]));
    const [mistake, ...others] = await wrong([
      { region: "eu-west-1", targetAccountIds: accounts(150), parameters: [] },
    ]);
    assert.deepEqual(others, []);
    assert.match(mistake!, /^distributions is "1\d{4} characters of policy"$/);
  });

  it("stays in its partition", async () => {
    assert.deepEqual(
      await wrong([
        { region: "eu-west-1" },
        { region: "cn-north-1", keyArn: "arn:aws-cn:kms:cn-north-1:111122223333:key/one" },
      ]),
      ['distributions[1].region is "cn-north-1"'],
    );
  });

  it("prepares snapshots of Windows alone, and no more or fewer than AWS takes", async () => {
    const fastLaunch = { snapshotCount: 10_001, maxParallelLaunches: 5, launchTemplateId: "web" };
    assert.deepEqual(await wrong([{ region: "eu-west-1", fastLaunch }], WINDOWS), [
      "distributions[0].fastLaunch.snapshotCount is 10001",
      "distributions[0].fastLaunch.maxParallelLaunches is 5",
      'distributions[0].fastLaunch.launchTemplateId is "web"',
    ]);
    assert.deepEqual(await wrong([{ region: "eu-west-1", fastLaunch: { launchTemplateVersion: "3" } }], WINDOWS), [
      'distributions[0].fastLaunch.launchTemplateVersion is "3"',
    ]);
    assert.deepEqual(await mistakes(() => pipeline([{ region: "eu-west-1", fastLaunch: {} }])), [
      "distributions[0].fastLaunch is {}, but must be left out for Amazon Linux 2023; only Windows has snapshots prepared.",
    ]);
  });

  it("names each launch template once, and no more of them than AWS takes", async () => {
    const launchTemplates = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ launchTemplateId: `lt-${String(index).padStart(17, "0")}` }));
    assert.deepEqual(await wrong([{ region: "eu-west-1", launchTemplates: launchTemplates(101) }]), [
      'distributions[0].launchTemplates is "101 launch templates"',
      // As many have no room in the role's policy either.
      'distributions is "16161 characters of policy"',
    ]);
    assert.deepEqual(
      await wrong([{ region: "eu-west-1", launchTemplates: [...launchTemplates(1), ...launchTemplates(1)] }]),
      ['distributions[0].launchTemplates is ["lt-00000000000000000","lt-00000000000000000"]'],
    );
  });
});
