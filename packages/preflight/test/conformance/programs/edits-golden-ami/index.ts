import { GoldenAmiPipeline, type GoldenAmiPipelineArgs } from "@groundwork/golden-ami";
import * as pulumi from "@pulumi/pulumi";

/** The pipeline's arguments, with what the configuration gives beside or instead of them. */
const args: GoldenAmiPipelineArgs = {
  place: { accountId: "123456789012", region: "eu-central-1" },
  amiName: "web",
  parent: { amiId: "ami-0a1b2c3d" },
  components: [
    { name: "hardening", yaml: "phases: []" },
    { name: "server", yaml: "phases: []" },
  ],
  keyArn: "arn:aws:kms:eu-central-1:123456789012:key/one",
  infrastructure: { network: { vpcId: "vpc-1", subnetId: "subnet-1" } },
  ...new pulumi.Config("pipeline").getObject<Partial<GoldenAmiPipelineArgs>>("change"),
};
new GoldenAmiPipeline("web-ami", args);
