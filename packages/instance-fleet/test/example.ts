import { InstanceFleet } from "@groundwork/instance-fleet";

const fleet = new InstanceFleet("web", {
  place: { accountId: "111122223333", region: "eu-west-1" },
  vpcId: "vpc-0a1b2c3d",
  subnetIds: ["subnet-0a1b2c3d", "subnet-4e5f6a7b"],
  image: { id: "ami-0a1b2c3d4e5f60718" },
  instanceType: "m7i.large",
  keyArn: "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
  minSize: 2,
  maxSize: 4,
});

export const autoScalingGroupName = fleet.autoScalingGroupName;
