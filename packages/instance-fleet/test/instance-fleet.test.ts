import * as assert from "node:assert/strict";
import * as lb from "@pulumi/aws/lb";
import * as pulumi from "@pulumi/pulumi";
import { HealthCheckType, InstanceFleet, type InstanceFleetArgs } from "@groundwork/instance-fleet";
import {
  formerNames,
  inputsOf,
  made,
  mistakes,
  named,
  record,
  type Recorded,
  refused,
  waitsFor,
} from "@groundwork/core/testing";

const ARGS: InstanceFleetArgs = {
  place: { accountId: "111122223333", region: "eu-west-1" },
  vpcId: "vpc-1",
  subnetIds: ["subnet-a", "subnet-b"],
  image: { parameter: "/golden-ami/web/approved" },
  instanceType: "m7i.large",
  keyArn: "arn:aws:kms:eu-west-1:111122223333:key/1",
  minSize: 2,
  maxSize: 4,
};

/** A fleet behind a load balancer, with every option set. */
const FULL: InstanceFleetArgs = {
  ...ARGS,
  targetCpuPercent: 60,
  targetGroupArns: ["arn:of:target-group"],
  ingress: { "load-balancer": { port: 8080, sourceSecurityGroupId: "sg-1" } },
  rootDeviceName: "/dev/sda1",
  rootVolumeSizeGiB: 20,
  warmupSeconds: 60,
  volumeTags: { Backup: "daily" },
  tags: { Team: "core" },
};

describe("InstanceFleet", () => {
  let resources: Recorded[];
  let full: Recorded[];

  before(async () => {
    resources = await record(() => new InstanceFleet("web", ARGS));
    full = await record(() => new InstanceFleet("web", FULL));
  });

  it("makes a launch template, a group over the subnets, and what they need", () => {
    assert.deepEqual(made(resources), [
      ["instance-fleet:index:InstanceFleet", "web"],
      ["aws:autoscaling/group:Group", "web-auto-scaling-group"],
      ["aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", "web-egress-https"],
      ["aws:iam/instanceProfile:InstanceProfile", "web-instance-profile"],
      ["aws:ec2/launchTemplate:LaunchTemplate", "web-launch-template"],
      ["aws:iam/role:Role", "web-role"],
      ["aws:ec2/securityGroup:SecurityGroup", "web-security-group"],
      ["aws:iam/rolePolicyAttachment:RolePolicyAttachment", "web-session-manager-policy-attachment"],
    ]);
  });

  it("keeps what is deployed under the names of earlier versions", () => {
    assert.deepEqual(formerNames(full), {
      "web-auto-scaling-group": ["web-group"],
      "web-cpu-scaling-policy": ["web-cpu-target"],
      "web-egress-https": ["web-to-https"],
      "web-ingress-load-balancer": ["web-from-load-balancer"],
      "web-session-manager-policy-attachment": ["web-session-manager"],
    });
  });

  it("launches the approved AMI by parameter, encrypted, with IMDSv2 and without a public address", () => {
    assert.deepEqual(inputsOf(resources, "web-launch-template"), {
      description: "The instances of the fleet web",
      imageId: "resolve:ssm:/golden-ami/web/approved",
      instanceType: "m7i.large",
      updateDefaultVersion: true,
      iamInstanceProfile: { arn: "arn:of:web-instance-profile" },
      metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
      monitoring: { enabled: true },
      blockDeviceMappings: [
        {
          deviceName: "/dev/xvda",
          ebs: {
            encrypted: "true",
            kmsKeyId: ARGS.keyArn,
            volumeType: "gp3",
            volumeSize: 8,
            deleteOnTermination: "true",
          },
        },
      ],
      networkInterfaces: [
        {
          deviceIndex: 0,
          associatePublicIpAddress: "false",
          deleteOnTermination: "true",
          securityGroups: ["web-security-group-id"],
        },
      ],
      tagSpecifications: [
        { resourceType: "instance", tags: { Name: "web" } },
        { resourceType: "volume", tags: { Name: "web" } },
        { resourceType: "network-interface", tags: { Name: "web" } },
      ],
      tags: { Name: "web" },
    });
  });

  it("names the template's version by number, because $Latest never looks changed and would start no refresh", () => {
    assert.deepEqual(inputsOf(resources, "web-auto-scaling-group"), {
      minSize: 2,
      maxSize: 4,
      vpcZoneIdentifiers: ["subnet-a", "subnet-b"],
      launchTemplate: { id: "web-launch-template-id", version: "7" },
      healthCheckType: "EC2",
      healthCheckGracePeriod: 300,
      defaultInstanceWarmup: 300,
      instanceRefresh: {
        strategy: "Rolling",
        preferences: { minHealthyPercentage: 90, instanceWarmup: "300", autoRollback: false },
      },
      tags: [{ key: "Name", value: "web", propagateAtLaunch: false }],
    });
  });

  it("launches an AMI by its id, and has Auto Scaling take back a refresh that fails: it can, as the template names no parameter", async () => {
    const byId = await record(() => new InstanceFleet("web", { ...ARGS, image: { id: "ami-0a1b2c3d4e5f60718" } }));
    const { imageId, ...template } = inputsOf(byId, "web-launch-template");
    assert.equal(imageId, "ami-0a1b2c3d4e5f60718");
    assert.deepEqual(
      { ...template, imageId: "resolve:ssm:/golden-ami/web/approved" },
      inputsOf(resources, "web-launch-template"),
    );
    const { instanceRefresh, ...group } = inputsOf(byId, "web-auto-scaling-group");
    assert.deepEqual(instanceRefresh, {
      strategy: "Rolling",
      preferences: { minHealthyPercentage: 90, instanceWarmup: "300", autoRollback: true },
    });
    const { instanceRefresh: _without, ...same } = inputsOf(resources, "web-auto-scaling-group");
    assert.deepEqual(group, same);
  });

  it("takes a parameter of another account by its ARN", async () => {
    const parameter = "arn:aws:ssm:eu-west-1:444455556666:parameter/golden-ami/web/approved";
    const shared = await record(() => new InstanceFleet("web", { ...ARGS, image: { parameter } }));
    assert.equal(inputsOf(shared, "web-launch-template")["imageId"], `resolve:ssm:${parameter}`);
  });

  it("needs to be told one AMI, in one way", async () => {
    const fix = "give the id of an approved AMI, or the parameter that holds one";
    assert.deepEqual(await mistakes(() => new InstanceFleet("web", { ...ARGS, image: {} })), [
      `image is {}, but must be either { id } or { parameter }; ${fix}.`,
    ]);
    const unknown = pulumi.output("ami-0a1b2c3d4e5f60718");
    const both = await refused(() => new InstanceFleet("web", { ...ARGS, image: { id: unknown, parameter: "/a" } }));
    assert.deepEqual(both, ['image is {"id":"[known at deployment]","parameter":"/a"}']);
  });

  it("replaces what the target groups find unhealthy, and waits for the listeners that let them look", async () => {
    const behind = await record(() => {
      const listener = new lb.Listener("listener", { loadBalancerArn: "arn:of:load-balancer", defaultActions: [] });
      new InstanceFleet("web", FULL, { dependsOn: [listener] });
    });
    const group = named(behind, "web-auto-scaling-group");
    assert.equal(group.inputs["healthCheckType"], "ELB");
    assert.deepEqual(group.inputs["targetGroupArns"], ["arn:of:target-group"]);
    assert.deepEqual(waitsFor(group), ["listener", "web-launch-template"]);
  });

  it("is a load balancer's target by the name of its group and its security group, and is replaced where that says so", async () => {
    const targets: unknown[] = [];
    const asked = await record(() => {
      const fleet = new InstanceFleet("web", { ...ARGS, healthCheckType: HealthCheckType.Elb });
      pulumi.output(fleet.asTarget()).apply((target) => targets.push(target));
    });
    const { inputs } = named(asked, "web-auto-scaling-group");
    assert.deepEqual([inputs["healthCheckType"], inputs["targetGroupArns"]], ["ELB", undefined]);
    assert.deepEqual(targets, [
      { autoScalingGroupName: "web-auto-scaling-group-name", securityGroupId: "web-security-group-id" },
    ]);
  });

  it("opens one port to each source, in a rule of its own, and only HTTPS outward", () => {
    assert.deepEqual(inputsOf(full, "web-security-group"), {
      vpcId: "vpc-1",
      description: "The instances of the fleet web",
      tags: { Name: "web", Team: "core" },
    });
    assert.deepEqual(inputsOf(full, "web-ingress-load-balancer"), {
      securityGroupId: "web-security-group-id",
      description: "load-balancer to port 8080",
      ipProtocol: "tcp",
      fromPort: 8080,
      toPort: 8080,
      referencedSecurityGroupId: "sg-1",
      tags: { Name: "web-from-load-balancer", Team: "core" },
    });
    assert.deepEqual(inputsOf(full, "web-egress-https"), {
      securityGroupId: "web-security-group-id",
      description: "HTTPS to AWS services and package repositories",
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
      cidrIpv4: "0.0.0.0/0",
      tags: { Name: "web-to-https", Team: "core" },
    });
  });

  it("gives instances Session Manager, so that nobody needs an open port to get in", () => {
    assert.deepEqual(inputsOf(resources, "web-session-manager-policy-attachment"), {
      role: "web-role-name",
      policyArn: "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
    });
    assert.deepEqual(inputsOf(resources, "web-instance-profile"), { role: "web-role-name", tags: { Name: "web" } });
  });

  it("grows and shrinks to keep the CPU use asked for", () => {
    assert.deepEqual(inputsOf(full, "web-cpu-scaling-policy"), {
      autoscalingGroupName: "web-auto-scaling-group-name",
      policyType: "TargetTrackingScaling",
      targetTrackingConfiguration: {
        predefinedMetricSpecification: { predefinedMetricType: "ASGAverageCPUUtilization" },
        targetValue: 60,
      },
    });
  });

  it("hands device, warm-up and tags on, the volume tags to volumes alone", () => {
    const template = inputsOf(full, "web-launch-template");
    assert.deepEqual(template["blockDeviceMappings"], [
      {
        deviceName: "/dev/sda1",
        ebs: {
          encrypted: "true",
          kmsKeyId: ARGS.keyArn,
          volumeType: "gp3",
          volumeSize: 20,
          deleteOnTermination: "true",
        },
      },
    ]);
    assert.deepEqual(template["tagSpecifications"], [
      { resourceType: "instance", tags: { Name: "web", Team: "core" } },
      { resourceType: "volume", tags: { Name: "web", Team: "core", Backup: "daily" } },
      { resourceType: "network-interface", tags: { Name: "web", Team: "core" } },
    ]);
    const group = inputsOf(full, "web-auto-scaling-group");
    assert.equal(group["healthCheckGracePeriod"], 60);
    assert.deepEqual(group["tags"], [
      { key: "Name", value: "web", propagateAtLaunch: false },
      { key: "Team", value: "core", propagateAtLaunch: false },
    ]);
  });

  it("takes another component's outputs whole, and leaves what is known only at deployment to AWS", async () => {
    const composed = await record(
      () =>
        new InstanceFleet("web", {
          ...FULL,
          image: { parameter: pulumi.output("/golden-ami/web/approved") },
          subnetIds: pulumi.output(["subnet-a"]),
          targetGroupArns: pulumi.output(["arn:of:target-group"]),
          minSize: pulumi.output(5),
          maxSize: pulumi.output(5),
          warmupSeconds: pulumi.output(60),
          ingress: { "load-balancer": { port: pulumi.output(8080), sourceSecurityGroupId: pulumi.output("sg-1") } },
        }),
    );
    const { vpcZoneIdentifiers, ...group } = inputsOf(composed, "web-auto-scaling-group");
    assert.deepEqual(vpcZoneIdentifiers, ["subnet-a"]);
    assert.deepEqual(
      { ...group, vpcZoneIdentifiers: ["subnet-a", "subnet-b"], minSize: 2, maxSize: 4 },
      inputsOf(full, "web-auto-scaling-group"),
    );
    assert.deepEqual(inputsOf(composed, "web-launch-template"), inputsOf(full, "web-launch-template"));
    assert.deepEqual(inputsOf(composed, "web-ingress-load-balancer"), inputsOf(full, "web-ingress-load-balancer"));
  });

  it("holds the fewest instances against the most only where both are known", async () => {
    const problems = (change: Partial<InstanceFleetArgs>) =>
      mistakes(() => new InstanceFleet("web", { ...ARGS, ...change }));
    const fix = "pass a number in that range.";
    assert.deepEqual(await problems({ minSize: 5 }), [
      `minSize is 5, but must be a whole number from 0 to 4 instances (maxSize); ${fix}`,
    ]);
    assert.deepEqual(await problems({ minSize: 10_001, maxSize: pulumi.output(4) }), [
      `minSize is 10001, but must be a whole number from 0 to 10000 instances; ${fix}`,
    ]);
  });

  it("refuses every wrong argument at once and before anything is registered", async () => {
    const args: InstanceFleetArgs = {
      ...ARGS,
      place: { accountId: "1", region: "Ireland" },
      image: { id: "web", parameter: "ami-0abc" },
      subnetIds: ["subnet-a"],
      minSize: 5,
      targetCpuPercent: 0,
      rootVolumeSizeGiB: 0,
      warmupSeconds: 7201,
      healthCheckType: "NONE" as HealthCheckType,
      targetGroupArns: [],
      ingress: { all: { port: 0, sourceSecurityGroupId: "sg-1" } },
    };
    assert.deepEqual(await refused(() => new InstanceFleet("web", args)), [
      'place.accountId is "1"',
      'place.region is "Ireland"',
      'image is {"id":"web","parameter":"ami-0abc"}',
      'image.id is "web"',
      'image.parameter is "ami-0abc"',
      'subnetIds is ["subnet-a"]',
      "minSize is 5",
      "targetCpuPercent is 0",
      "rootVolumeSizeGiB is 0",
      "warmupSeconds is 7201",
      'healthCheckType is "NONE"',
      "targetGroupArns is []",
      "ingress.all.port is 0",
    ]);
  });
});
