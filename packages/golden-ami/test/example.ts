import { readFileSync } from "node:fs";
import { join } from "node:path";
import { GoldenAmiPipeline } from "@groundwork/golden-ami";

const pipeline = new GoldenAmiPipeline("web-ami", {
  place: { accountId: "111122223333", region: "eu-west-1" },
  amiName: "web",
  components: [{ name: "hardening", yaml: readFileSync(join(__dirname, "hardening.yaml"), "utf8") }],
  keyArn: "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
  infrastructure: { network: { vpcId: "vpc-0a1b2c3d", subnetId: "subnet-0a1b2c3d" } },
  schedule: { expression: "cron(0 4 ? * sun *)", timeZone: "Europe/Berlin" },
});

export const candidateParameter = pipeline.candidateParameterName;
