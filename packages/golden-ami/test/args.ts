import { type GoldenAmiPipelineArgs, GoldenAmiPipeline } from "@groundwork/golden-ami";
import { record, type Recorded, refused } from "@groundwork/core/testing";

/** The smallest pipeline that builds in a network that exists. */
export const ARGS: GoldenAmiPipelineArgs = {
  place: { accountId: "111122223333", region: "eu-west-1" },
  amiName: "web",
  components: [{ name: "hardening", yaml: "phases: []" }],
  keyArn: "arn:of:key",
  infrastructure: { network: { vpcId: "vpc-1", subnetId: "subnet-1" } },
};

/** What the pipeline `web-ami` makes with some arguments instead of its own. */
export function pipelineWith(change: Partial<GoldenAmiPipelineArgs>): Promise<Recorded[]> {
  return record(() => new GoldenAmiPipeline("web-ami", { ...ARGS, ...change }));
}

/** What is refused of a pipeline with some arguments instead of its own. */
export function refusedWith(change: Partial<GoldenAmiPipelineArgs>): Promise<string[]> {
  return refused(() => new GoldenAmiPipeline("web-ami", { ...ARGS, ...change }));
}

/** The digest in a version's parameter, whose value Pulumi takes for a secret. */
export function digestIn({ inputs }: Recorded): string {
  return (inputs["value"] as { value: string }).value;
}
