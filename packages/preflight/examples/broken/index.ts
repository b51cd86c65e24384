import * as aws from "@pulumi/aws";

// Everything here is wrong on purpose: each comment says what a policy should object to.

// A volume that nobody encrypted.
const data = new aws.ebs.Volume("data", { availabilityZone: "eu-west-1a", size: 100, encrypted: false });

// An instance from an AMI id that somebody pasted, with a root volume in the clear.
const server = new aws.ec2.Instance("server", {
  ami: "ami-0abcdef1234567890",
  instanceType: "t3.small",
  rootBlockDevice: { volumeSize: 20, encrypted: false },
});

new aws.ec2.VolumeAttachment("data", { deviceName: "/dev/sdf", instanceId: server.id, volumeId: data.id });

// A launch template whose second disk is in the clear. Its first one is not.
new aws.ec2.LaunchTemplate("workers", {
  imageId: "ami-0fedcba9876543210",
  blockDeviceMappings: [
    { deviceName: "/dev/xvda", ebs: { volumeSize: 20, encrypted: "true" } },
    { deviceName: "/dev/sdf", ebs: { volumeSize: 200, encrypted: "false" } },
  ],
});

export const serverId = server.id;
