import * as aws from "@pulumi/aws";

// Everything here is wrong on purpose: each comment says what a policy should object to.

// A volume that nobody encrypted, and nobody backs up.
const data = new aws.ebs.Volume("data", { availabilityZone: "eu-west-1a", size: 100, encrypted: false });

// A snapshot of it that everybody may copy.
const snapshot = new aws.ebs.Snapshot("data", { volumeId: data.id });
new aws.ec2.SnapshotCreateVolumePermission("data", { snapshotId: snapshot.id, accountId: "all" });

// A security group that lets the world in to its administrators' port.
const group = new aws.ec2.SecurityGroup("server", {
  ingress: [{ protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["0.0.0.0/0"] }],
});

// An instance from an AMI id that somebody pasted, with a root volume in the clear, whose metadata any request can have.
const server = new aws.ec2.Instance("server", {
  ami: "ami-0abcdef1234567890",
  instanceType: "t3.small",
  rootBlockDevice: { volumeSize: 20, encrypted: false },
  vpcSecurityGroupIds: [group.id],
});

new aws.ec2.VolumeAttachment("data", { deviceName: "/dev/sdf", instanceId: server.id, volumeId: data.id });

// A launch template whose second disk is in the clear. Its first one is not.
new aws.ec2.LaunchTemplate("workers", {
  imageId: "ami-0fedcba9876543210",
  metadataOptions: { httpTokens: "required" },
  blockDeviceMappings: [
    { deviceName: "/dev/xvda", ebs: { volumeSize: 20, encrypted: "true" } },
    { deviceName: "/dev/sdf", ebs: { volumeSize: 200, encrypted: "false" } },
  ],
});

// A key that never rotates.
new aws.kms.Key("data", { description: "For data", enableKeyRotation: false });

// A load balancer that anybody can delete, and that hands on malformed headers.
const web = new aws.lb.LoadBalancer("web", { subnets: ["subnet-0aaaaaaaaaaaaaaaa", "subnet-0bbbbbbbbbbbbbbbb"] });
const targets = new aws.lb.TargetGroup("web", { port: 80, protocol: "HTTP", vpcId: "vpc-0aaaaaaaaaaaaaaaa" });

// A listener that speaks TLS 1.0.
new aws.lb.Listener("web", {
  loadBalancerArn: web.arn,
  port: 443,
  protocol: "HTTPS",
  sslPolicy: "ELBSecurityPolicy-TLS-1-0-2015-04",
  certificateArn: "arn:aws:acm:eu-west-1:123456789012:certificate/0a1b2c3d-0000-4000-8000-000000000000",
  defaultActions: [{ type: "forward", targetGroupArn: targets.arn }],
});

export const serverId = server.id;
