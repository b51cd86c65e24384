import { ApprovedAmiParameter, ApprovedAmiTags } from "@groundwork/golden-ami";
import { InstanceFleet } from "@groundwork/instance-fleet";
import * as pulumi from "@pulumi/pulumi";

const place = { accountId: "123456789012", region: "eu-central-1" };

/** The AMI that each environment may launch, as a catalogue has it. */
const approved: Record<string, string> = {
  dev: "ami-0a1b2c3d4e5f60718",
  prod: "ami-0f9e8d7c6b5a40312",
  ...new pulumi.Config("catalogue").getObject<Record<string, string>>("change"),
};

for (const [environment, id] of Object.entries(approved)) {
  new ApprovedAmiParameter(environment, { place, amiName: "web", environment, amiId: id });
  new InstanceFleet(`${environment}-web`, {
    place,
    vpcId: "vpc-0a1b2c3d",
    subnetIds: ["subnet-0a1b2c3d", "subnet-4e5f6a7b"],
    image: { id },
    instanceType: "m7i.large",
    keyArn: "arn:aws:kms:eu-central-1:123456789012:key/one",
    minSize: 1,
    maxSize: 2,
  });
}

const ids = [...new Set(Object.values(approved))];
new ApprovedAmiTags("approved", { amis: ids.map((id) => ({ id, region: place.region })) });
