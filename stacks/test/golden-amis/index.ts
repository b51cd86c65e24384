import { GoldenAmiPipeline } from "@groundwork/golden-ami";

const place = { accountId: "444455556666", region: "eu-west-1" };
const keyArn = "arn:aws:kms:eu-west-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab";

new GoldenAmiPipeline("plain", { place, keyArn, amiName: "plain" });

new GoldenAmiPipeline("gated", {
  place,
  keyArn,
  amiName: "gated",
  infrastructure: { network: { vpcId: "vpc-0a1b2c3d", subnetId: "subnet-0a1b2c3d" } },
  notifications: { emailAddresses: ["team@example.com"] },
  approvalGate: {},
});
