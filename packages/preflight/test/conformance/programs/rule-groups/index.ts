import * as aws from "@pulumi/aws";

// Each resource breaks at least one rule; the test names one of each group.

const volume = new aws.ebs.Volume("volume", { availabilityZone: "eu-central-1a", size: 8 });

const snapshot = new aws.ebs.Snapshot("snapshot", { volumeId: volume.id });
new aws.ec2.SnapshotCreateVolumePermission("permission", { snapshotId: snapshot.id, accountId: "123456789012" });

const group = new aws.ec2.SecurityGroup("group", {
  vpcId: "vpc-0123456789abcdef0",
  ingress: [{ protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["0.0.0.0/0"] }],
});

new aws.ec2.Instance("instance", {
  ami: "ami-0123456789abcdef0",
  instanceType: "t3.small",
  vpcSecurityGroupIds: [group.id],
});

new aws.ec2.LaunchTemplate("template", { imageId: "ami-0123456789abcdef0", instanceType: "t3.small" });

new aws.kms.Key("key", {});

const balancer = new aws.lb.LoadBalancer("balancer", {
  subnets: ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"],
  securityGroups: [group.id],
});

const targets = new aws.lb.TargetGroup("targets", { port: 80, protocol: "HTTP", vpcId: "vpc-0123456789abcdef0" });

new aws.lb.Listener("listener", {
  loadBalancerArn: balancer.arn,
  port: 443,
  protocol: "HTTPS",
  certificateArn: "arn:aws:acm:eu-central-1:123456789012:certificate/0a1b2c3d-0000-4000-8000-000000000000",
  sslPolicy: "ELBSecurityPolicy-2016-08",
  defaultActions: [{ type: "forward", targetGroupArn: targets.arn }],
});
