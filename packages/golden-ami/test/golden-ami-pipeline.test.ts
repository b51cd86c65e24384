import * as assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { ConfigError } from "@groundwork/core";
import { type BuildComponent, GoldenAmiPipeline, type GoldenAmiPipelineArgs } from "@groundwork/golden-ami";
import { formerNames, inputsOf, made, named, record, type Recorded, refused, waitsFor } from "@groundwork/core/testing";

const ARGS: GoldenAmiPipelineArgs = {
  place: { accountId: "111122223333", region: "eu-west-1" },
  amiName: "web",
  parentImage: "ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64",
  components: [{ name: "hardening", document: "phases: []" }],
  keyArn: "arn:of:key",
  infrastructure: { network: { vpcId: "vpc-1", subnetId: "subnet-1" } },
};

/** A pipeline with every option set. */
const FULL: GoldenAmiPipelineArgs = {
  ...ARGS,
  managedComponentArns: ["arn:of:update-linux"],
  rootDeviceName: "/dev/sda1",
  rootVolumeSizeGiB: 20,
  infrastructure: { ...ARGS.infrastructure, instanceTypes: ["m7g.large"] },
  schedule: { expression: "cron(0 4 ? * sun *)" },
  notificationTopicArn: "arn:of:topic",
  tags: { Team: "core" },
};

/** The JSON document in an input. */
function documentIn(resources: Recorded[], name: string, input: string): unknown {
  return JSON.parse(inputsOf(resources, name)[input] as string);
}

/** The digest in a version's parameter, whose value Pulumi takes for a secret. */
function digestIn({ inputs }: Recorded): string {
  return (inputs["value"] as { value: string }).value;
}

describe("GoldenAmiPipeline", () => {
  let resources: Recorded[];
  let full: Recorded[];

  before(async () => {
    resources = await record(() => new GoldenAmiPipeline("web-ami", ARGS));
    full = await record(() => new GoldenAmiPipeline("web-ami", FULL));
  });

  it("makes a pipeline with everything that it needs", () => {
    assert.deepEqual(made(resources), [
      ["golden-ami:index:GoldenAmiPipeline", "web-ami"],
      ["aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", "web-ami-build-egress-https"],
      ["aws:iam/rolePolicyAttachment:RolePolicyAttachment", "web-ami-build-image-builder-policy-attachment"],
      ["aws:iam/instanceProfile:InstanceProfile", "web-ami-build-instance-profile"],
      ["aws:iam/role:Role", "web-ami-build-role"],
      ["aws:ec2/securityGroup:SecurityGroup", "web-ami-build-security-group"],
      ["aws:iam/rolePolicyAttachment:RolePolicyAttachment", "web-ami-build-session-manager-policy-attachment"],
      ["aws:imagebuilder/component:Component", "web-ami-component-hardening"],
      ["aws:ssm/parameter:Parameter", "web-ami-component-hardening-version-parameter"],
      ["aws:imagebuilder/distributionConfiguration:DistributionConfiguration", "web-ami-distribution"],
      ["aws:iam/rolePolicy:RolePolicy", "web-ami-execution-distribution-policy"],
      ["aws:iam/rolePolicyAttachment:RolePolicyAttachment", "web-ami-execution-image-builder-policy-attachment"],
      ["aws:iam/role:Role", "web-ami-execution-role"],
      [
        "aws:imagebuilder/infrastructureConfiguration:InfrastructureConfiguration",
        "web-ami-infrastructure-configuration",
      ],
      ["aws:imagebuilder/lifecyclePolicy:LifecyclePolicy", "web-ami-lifecycle-policy"],
      ["aws:iam/rolePolicyAttachment:RolePolicyAttachment", "web-ami-lifecycle-policy-attachment"],
      ["aws:iam/role:Role", "web-ami-lifecycle-role"],
      ["aws:imagebuilder/imagePipeline:ImagePipeline", "web-ami-pipeline"],
      ["aws:imagebuilder/imageRecipe:ImageRecipe", "web-ami-recipe"],
      ["aws:ssm/parameter:Parameter", "web-ami-recipe-version-parameter"],
    ]);
  });

  it("keeps what is deployed under the names of earlier versions", () => {
    assert.deepEqual(formerNames(resources), {
      "web-ami-build-egress-https": ["web-ami-build-to-https"],
      "web-ami-build-image-builder-policy-attachment": ["web-ami-build-image-builder"],
      "web-ami-build-instance-profile": ["web-ami-build-profile"],
      "web-ami-build-session-manager-policy-attachment": ["web-ami-build-session-manager"],
      "web-ami-execution-distribution-policy": ["web-ami-execution-candidate-policy", "web-ami-execution-candidate"],
      "web-ami-execution-image-builder-policy-attachment": ["web-ami-execution-image-builder"],
      "web-ami-infrastructure-configuration": ["web-ami-infrastructure"],
    });
  });

  it("encrypts the root volume in the recipe, because the distribution's key serves other Regions only", () => {
    assert.deepEqual(inputsOf(resources, "web-ami-recipe"), {
      name: "web",
      version: "1.0.3",
      description: "What the AMI web is made of",
      parentImage: ARGS.parentImage,
      components: [{ componentArn: "arn:of:web-ami-component-hardening" }],
      blockDeviceMappings: [
        {
          deviceName: "/dev/xvda",
          ebs: {
            encrypted: "true",
            kmsKeyId: "arn:of:key",
            volumeType: "gp3",
            volumeSize: 8,
            deleteOnTermination: "true",
          },
        },
      ],
      tags: { Name: "web-ami" },
    });
  });

  it("gives components and the recipe the names of their families", () => {
    assert.deepEqual(inputsOf(resources, "web-ami-component-hardening"), {
      name: "web-hardening",
      platform: "Linux",
      version: "1.0.3",
      data: "phases: []",
      kmsKeyId: "arn:of:key",
      description: "The step hardening of the AMI web",
      tags: { Name: "web-ami-hardening" },
    });
  });

  it("counts their versions in parameters, whose value is the content's digest", () => {
    const description =
      "Counts versions: Image Builder's follows this parameter's, whose value is the content's SHA-256";
    const recipe = named(resources, "web-ami-recipe-version-parameter");
    const component = named(resources, "web-ami-component-hardening-version-parameter");
    assert.deepEqual(
      [recipe, component].map(({ inputs: { value: _value, ...inputs } }) => inputs),
      [
        { name: "/golden-ami/web/versions/recipe", type: "String", description, tags: { Name: "web-ami-recipe" } },
        {
          name: "/golden-ami/web/versions/components/hardening",
          type: "String",
          description,
          tags: { Name: "web-ami-component-hardening" },
        },
      ],
    );
    // Any other digest would build every AMI of every user again.
    assert.deepEqual([recipe, component].map(digestIn), [
      "96812aeb55f0ffbfcc4037ce69027cbc10d66c92b1fc1c366d120a27e4ceeef0",
      "28bd1b10563995c707baabe6e0ff885ef737774075d8e110cec23fddf47077c1",
    ]);
  });

  it("makes the next version before the last one goes, which the pipeline and the recipe still refer to", () => {
    for (const name of ["web-ami-recipe", "web-ami-component-hardening"]) {
      assert.equal(named(resources, name).deleteBeforeReplace, false);
    }
  });

  it("makes a new version of the recipe for each change of what is in it, and for nothing else", async () => {
    const digest = (of: Recorded[]) => digestIn(named(of, "web-ami-recipe-version-parameter"));
    const variant = async (change: Partial<GoldenAmiPipelineArgs>) =>
      digest(await record(() => new GoldenAmiPipeline("web-ami", { ...ARGS, ...change })));
    const without = { schedule: { expression: "rate(1 day)" }, tags: { Team: "core" } };
    assert.equal(await variant(without), digest(resources));
    const [component] = ARGS.components as [BuildComponent];
    const changes: Partial<GoldenAmiPipelineArgs>[] = [
      { parentImage: "ami-1" },
      { rootVolumeSizeGiB: 9 },
      { keyArn: "arn:of:another-key" },
      { managedComponentArns: ["arn:of:update-linux"] },
      { components: [{ ...component, document: "phases: [{}]" }] },
    ];
    const digests = new Set([digest(resources)]);
    for (const change of changes) {
      digests.add(await variant(change));
    }
    assert.equal(digests.size, changes.length + 1);
  });

  it("builds on private instances with IMDSv2, and leaves none behind", () => {
    const infrastructure = named(resources, "web-ami-infrastructure-configuration");
    assert.deepEqual(infrastructure.inputs, {
      description: "Where the AMI web is built",
      instanceProfileName: "web-ami-build-instance-profile-name",
      instanceTypes: ["m7i.large"],
      subnetId: "subnet-1",
      securityGroupIds: ["web-ami-build-security-group-id"],
      instanceMetadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 1 },
      terminateInstanceOnFailure: true,
      tags: { Name: "web-ami" },
    });
    assert.deepEqual(waitsFor(infrastructure), [
      "web-ami-build-image-builder-policy-attachment",
      "web-ami-build-instance-profile",
      "web-ami-build-security-group",
      "web-ami-build-session-manager-policy-attachment",
    ]);
    assert.deepEqual(inputsOf(resources, "web-ami-build-egress-https"), {
      securityGroupId: "web-ami-build-security-group-id",
      description: "HTTPS to AWS services and package repositories",
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
      cidrIpv4: "0.0.0.0/0",
      tags: { Name: "web-ami-build-to-https" },
    });
  });

  it("writes the candidate, never the approved AMI: only an approval does that", () => {
    assert.deepEqual(inputsOf(resources, "web-ami-distribution"), {
      description: "Where the AMI web goes",
      distributions: [
        {
          region: "eu-west-1",
          amiDistributionConfiguration: {
            name: "web-{{ imagebuilder:buildDate }}",
            description: "The golden AMI web",
            amiTags: { Name: "web" },
            kmsKeyId: "arn:of:key",
          },
          ssmParameterConfigurations: [{ parameterName: "/golden-ami/web/candidate", dataType: "aws:ec2:image" }],
        },
      ],
      tags: { Name: "web-ami" },
    });
  });

  it("runs under a role that Image Builder assumes for this account only", () => {
    assert.deepEqual(documentIn(resources, "web-ami-execution-role", "assumeRolePolicy"), {
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "imagebuilder.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } },
        },
      ],
    });
    assert.deepEqual(inputsOf(resources, "web-ami-execution-image-builder-policy-attachment"), {
      role: "web-ami-execution-role-name",
      policyArn: "arn:aws:iam::aws:policy/EC2ImageBuilderExecutionPolicy",
    });
  });

  it("tests each AMI, and waits for the role that does so", () => {
    const pipeline = named(resources, "web-ami-pipeline");
    assert.deepEqual(pipeline.inputs, {
      description: "Builds and tests the AMI web",
      imageRecipeArn: "arn:of:web-ami-recipe",
      infrastructureConfigurationArn: "arn:of:web-ami-infrastructure-configuration",
      distributionConfigurationArn: "arn:of:web-ami-distribution",
      executionRole: "arn:of:web-ami-execution-role",
      enhancedImageMetadataEnabled: true,
      imageTestsConfiguration: { imageTestsEnabled: true, timeoutMinutes: 60 },
      imageScanningConfiguration: { imageScanningEnabled: true },
      status: "ENABLED",
      tags: { Name: "web-ami" },
    });
    assert.deepEqual(waitsFor(pipeline), [
      "web-ami-distribution",
      "web-ami-execution-distribution-policy",
      "web-ami-execution-image-builder-policy-attachment",
      "web-ami-execution-role",
      "web-ami-infrastructure-configuration",
      "web-ami-recipe",
    ]);
  });

  it("hands the caller's options on, somebody else's components first", () => {
    const recipe = inputsOf(full, "web-ami-recipe");
    assert.deepEqual(recipe["components"], [
      { componentArn: "arn:of:update-linux" },
      { componentArn: "arn:of:web-ami-component-hardening" },
    ]);
    assert.deepEqual(recipe["blockDeviceMappings"], [
      {
        deviceName: "/dev/sda1",
        ebs: {
          encrypted: "true",
          kmsKeyId: "arn:of:key",
          volumeType: "gp3",
          volumeSize: 20,
          deleteOnTermination: "true",
        },
      },
    ]);
    const infrastructure = inputsOf(full, "web-ami-infrastructure-configuration");
    assert.deepEqual(infrastructure["instanceTypes"], ["m7g.large"]);
    assert.equal(infrastructure["snsTopicArn"], "arn:of:topic");
    assert.deepEqual(inputsOf(full, "web-ami-pipeline")["schedule"], {
      scheduleExpression: "cron(0 4 ? * sun *)",
      timezone: "Etc/UTC",
      pipelineExecutionStartCondition: "EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE",
    });
    assert.deepEqual(recipe["tags"], { Name: "web-ami", Team: "core" });
    assert.equal(recipe["amiTags"], undefined);
  });

  it("takes a list of components whole, as another program's output, without a change of the recipe", async () => {
    const composed = await record(
      () => new GoldenAmiPipeline("web-ami", { ...FULL, managedComponentArns: pulumi.output(["arn:of:update-linux"]) }),
    );
    assert.deepEqual(inputsOf(composed, "web-ami-recipe"), inputsOf(full, "web-ami-recipe"));
  });

  it("refuses every wrong argument at once and before anything is registered", async () => {
    const document = "x".repeat(16_001);
    const args: GoldenAmiPipelineArgs = {
      ...ARGS,
      place: { accountId: "1", region: "eu-west-1" },
      amiName: "Web Server",
      rootVolumeSizeGiB: 0,
      components: [
        { name: "hardening", document },
        { name: "hardening", document: "phases: []" },
        { name: "Web", document: "phases: []" },
      ],
    };
    assert.deepEqual(await refused(() => new GoldenAmiPipeline("web-ami", args)), [
      'place.accountId is "1"',
      'amiName is "Web Server"',
      "rootVolumeSizeGiB is 0",
      'components is ["hardening","hardening","Web"]',
      'components[0].document is "16001 characters"',
      'components[2].name is "Web"',
    ]);
  });

  it("refuses a recipe of no component and one of more than AWS takes", () => {
    const many = Array.from({ length: 21 }, (_, index) => ({ name: `step-${index}`, document: "phases: []" }));
    for (const components of [[], many]) {
      assert.throws(() => new GoldenAmiPipeline("web-ami", { ...ARGS, components }), ConfigError);
    }
    const managedComponentArns = pulumi.output<string[]>([]);
    assert.throws(
      () => new GoldenAmiPipeline("web-ami", { ...ARGS, components: many, managedComponentArns }),
      ConfigError,
    );
  });
});
