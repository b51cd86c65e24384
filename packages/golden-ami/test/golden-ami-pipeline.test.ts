import * as assert from "node:assert/strict";
import { GoldenAmiPipeline, type GoldenAmiPipelineArgs } from "@groundwork/golden-ami";
import * as pulumi from "@pulumi/pulumi";
import { formerNames, inputsOf, made, named, record, type Recorded, refused, waitsFor } from "@groundwork/core/testing";
import { ARGS, pipelineWith } from "./args";

/** A pipeline with every option set. */
const FULL: GoldenAmiPipelineArgs = {
  ...ARGS,
  infrastructure: { ...ARGS.infrastructure, instanceTypes: ["m7g.large"] },
  schedule: { expression: "cron(0 4 ? * sun *)" },
  notifications: { topicArn: "arn:aws:sns:eu-west-1:111122223333:builds" },
  tags: { Team: "core" },
};

/** The JSON document in an input. */
function documentIn(resources: Recorded[], name: string, input: string): unknown {
  return JSON.parse(inputsOf(resources, name)[input] as string);
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
      ["aws:iam/rolePolicy:RolePolicy", "web-ami-build-log-policy"],
      ["aws:iam/role:Role", "web-ami-build-role"],
      ["aws:ec2/securityGroup:SecurityGroup", "web-ami-build-security-group"],
      ["aws:iam/rolePolicyAttachment:RolePolicyAttachment", "web-ami-build-session-manager-policy-attachment"],
      ["aws:imagebuilder/component:Component", "web-ami-component-hardening"],
      ["aws:ssm/parameter:Parameter", "web-ami-component-hardening-version-parameter"],
      ["aws:imagebuilder/component:Component", "web-ami-component-image-tests"],
      ["aws:ssm/parameter:Parameter", "web-ami-component-image-tests-version-parameter"],
      ["aws:imagebuilder/distributionConfiguration:DistributionConfiguration", "web-ami-distribution"],
      ["aws:iam/rolePolicy:RolePolicy", "web-ami-execution-distribution-policy"],
      ["aws:iam/rolePolicyAttachment:RolePolicyAttachment", "web-ami-execution-image-builder-policy-attachment"],
      ["aws:iam/rolePolicy:RolePolicy", "web-ami-execution-limits-policy"],
      ["aws:iam/role:Role", "web-ami-execution-role"],
      ["aws:cloudwatch/logGroup:LogGroup", "web-ami-images-log-group"],
      [
        "aws:imagebuilder/infrastructureConfiguration:InfrastructureConfiguration",
        "web-ami-infrastructure-configuration",
      ],
      ["aws:imagebuilder/lifecyclePolicy:LifecyclePolicy", "web-ami-lifecycle-policy"],
      ["aws:iam/rolePolicyAttachment:RolePolicyAttachment", "web-ami-lifecycle-policy-attachment"],
      ["aws:iam/role:Role", "web-ami-lifecycle-role"],
      ["aws:s3/bucket:Bucket", "web-ami-log-bucket"],
      [
        "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
        "web-ami-log-bucket-encryption",
      ],
      ["aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "web-ami-log-bucket-lifecycle"],
      ["aws:s3/bucketPolicy:BucketPolicy", "web-ami-log-bucket-policy"],
      ["aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "web-ami-log-bucket-public-access-block"],
      ["aws:imagebuilder/imagePipeline:ImagePipeline", "web-ami-pipeline"],
      ["aws:cloudwatch/logGroup:LogGroup", "web-ami-pipeline-log-group"],
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

  it("builds on private instances with IMDSv2, and leaves none behind", () => {
    const infrastructure = named(resources, "web-ami-infrastructure-configuration");
    assert.deepEqual(infrastructure.inputs, {
      description: "Where the AMI web is built",
      instanceProfileName: "web-ami-build-instance-profile-name",
      instanceTypes: ["m7i.large"],
      subnetId: "subnet-1",
      securityGroupIds: ["web-ami-build-security-group-id"],
      logging: { s3Logs: { s3BucketName: "web-ami-log-bucket", s3KeyPrefix: "web" } },
      instanceMetadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 1 },
      terminateInstanceOnFailure: true,
      tags: { Name: "web-ami" },
    });
    assert.deepEqual(waitsFor(infrastructure), [
      "web-ami-build-image-builder-policy-attachment",
      "web-ami-build-instance-profile",
      "web-ami-build-log-policy",
      "web-ami-build-security-group",
      "web-ami-build-session-manager-policy-attachment",
      "web-ami-log-bucket-policy",
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
      schedule: {
        scheduleExpression: "cron(0 4 ? * sun *)",
        timezone: "Etc/UTC",
        pipelineExecutionStartCondition: "EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE",
      },
      workflows: [
        { workflowArn: "arn:aws:imagebuilder:eu-west-1:aws:workflow/build/build-image/x.x.x", parameters: [] },
        {
          workflowArn: "arn:aws:imagebuilder:eu-west-1:aws:workflow/test/test-image/x.x.x",
          parameters: [],
          onFailure: "ABORT",
        },
      ],
      loggingConfiguration: {
        imageLogGroupName: "/aws/imagebuilder/web/images",
        pipelineLogGroupName: "/aws/imagebuilder/web/pipeline",
      },
      status: "ENABLED",
      tags: { Name: "web-ami" },
    });
    assert.deepEqual(waitsFor(pipeline), [
      "web-ami-distribution",
      "web-ami-execution-distribution-policy",
      "web-ami-execution-image-builder-policy-attachment",
      "web-ami-execution-limits-policy",
      "web-ami-execution-role",
      "web-ami-images-log-group",
      "web-ami-infrastructure-configuration",
      "web-ami-pipeline-log-group",
      "web-ami-recipe",
    ]);
  });

  it("hands the caller's options on", () => {
    const infrastructure = inputsOf(full, "web-ami-infrastructure-configuration");
    assert.deepEqual(infrastructure["instanceTypes"], ["m7g.large"]);
    assert.equal(infrastructure["snsTopicArn"], "arn:aws:sns:eu-west-1:111122223333:builds");
    assert.deepEqual(inputsOf(full, "web-ami-pipeline")["schedule"], {
      scheduleExpression: "cron(0 4 ? * sun *)",
      timezone: "Etc/UTC",
      pipelineExecutionStartCondition: "EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE",
    });
    assert.deepEqual(inputsOf(full, "web-ami-recipe")["tags"], { Name: "web-ami", Team: "core" });
  });

  it("refuses every wrong argument at once and before anything is registered", async () => {
    const args: GoldenAmiPipelineArgs = {
      ...ARGS,
      place: { accountId: "1", region: "eu-west-1" },
      amiName: "Web Server",
    };
    assert.deepEqual(await refused(() => new GoldenAmiPipeline("web-ami", args)), [
      'place.accountId is "1"',
      'amiName is "Web Server"',
    ]);
  });

  it("may read the parameter that holds its parent, where AWS's policy does not let it", async () => {
    const readable = async (parameterName: pulumi.Input<string>) => {
      const { policy } = inputsOf(await pipelineWith({ parent: { parameterName } }), "web-ami-execution-limits-policy");
      const { Statement } = JSON.parse(policy as string) as { Statement: { Action: string; Resource: string }[] };
      return Statement.filter(({ Action }) => Action === "ssm:GetParameter").map(({ Resource }) => Resource);
    };
    const own = "arn:aws:ssm:eu-west-1:111122223333:parameter/teams/base";
    assert.deepEqual(await readable("/teams/base"), [own]);
    assert.deepEqual(await readable(pulumi.output("/teams/base")), [own]);
    assert.deepEqual(await readable("/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64"), []);
  });
});
