import { EncryptionKey } from "@groundwork/encryption";
import {
  type DistributedKey,
  DistributionTarget,
  type DistributionTargetArgs,
  GoldenAmiPipeline,
  type GoldenAmiPipelineArgs,
} from "@groundwork/golden-ami";
import { Provider } from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/** What the configuration gives beside or instead of a component's arguments. */
function changes<T>(component: string): Partial<T> {
  return new pulumi.Config(component).getObject<Partial<T>>("change") ?? {};
}

const region = "eu-central-1";
const source = { accountId: "123456789012", region };
const place = { accountId: "444455556666", region };

/** The keys of the account that builds, which let the target account use them unless told otherwise. */
const keys: { [name: string]: EncryptionKey } = Object.fromEntries(
  ["images", "other"].map((name) => [
    name,
    new EncryptionKey(name, {
      place: source,
      description: `Encrypts ${name}`,
      accountIds: [place.accountId],
      protectKey: false,
      ...changes(name),
    }),
  ]),
);

new GoldenAmiPipeline("web-ami", {
  place: source,
  amiName: "web",
  parent: { amiId: "ami-0a1b2c3d" },
  keyArn: keys["images"]!.keyArn,
  infrastructure: { network: { vpcId: "vpc-1", subnetId: "subnet-1" } },
  distributions: [{ region, targetAccountIds: [place.accountId] }],
  ...changes<GoldenAmiPipelineArgs>("pipeline"),
});

/** In the changes, the names of the two keys stand for their ARNs. */
const named = (key: DistributedKey) => ({ ...key, keyArn: keys[key.keyArn as string]!.keyArn });

const args: DistributionTargetArgs = {
  place,
  sourceAccountId: source.accountId,
  keys: [{ name: "images", keyArn: "images" }],
  amiNames: ["web"],
  ...changes<DistributionTargetArgs>("target"),
};
const provider = new Provider("target", { region, allowedAccountIds: [place.accountId] });
new DistributionTarget("images", { ...args, keys: args.keys.map(named) }, { provider });
