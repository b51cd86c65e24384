import { ConfigError } from "@groundwork/core";
import { EncryptionKey, KeyService } from "@groundwork/encryption";
import { type ImageDistribution } from "@groundwork/golden-ami";
import { type ImageFactoryConfig } from "../config/shapes";

/** The services that a build needs the key for. */
const BUILD_SERVICES = [KeyService.ImageBuilder, KeyService.CloudWatchLogs, KeyService.EventBridge];

/** What the golden AMIs are encrypted with, and where they go. */
export interface ImageDistributions {
  /** The key of the Region that builds. */
  key: EncryptionKey;
  distributions: ImageDistribution[] | undefined;
}

/** A key for each Region that gets the golden AMIs, which admits whoever gets them there: keys do not leave their Region. */
export function imageDistributions(config: ImageFactoryConfig): ImageDistributions {
  const { place, distributions } = config;
  const home = distributions?.find(({ region }) => region === place.region);
  return {
    // Beside the AMIs it encrypts the logs of builds and what people are told of them.
    key: imageKey("images", config, { region: place.region, ...home }, BUILD_SERVICES),
    distributions: distributions?.map((each) =>
      each.region === place.region ? each : { ...each, keyArn: imageKey(`images-${each.region}`, config, each).keyArn },
    ),
  };
}

function imageKey(
  name: string,
  { place, tags }: ImageFactoryConfig,
  each: ImageDistribution,
  services: KeyService[] = [],
): EncryptionKey {
  const { region, targetAccountIds = [], accountIds = [] } = each;
  const others = [...new Set([...targetAccountIds, ...accountIds])];
  return new EncryptionKey(name, {
    place: { ...place, region },
    description: region === place.region ? "Encrypts the golden AMIs" : `Encrypts the golden AMIs in ${region}`,
    services: [KeyService.AutoScaling, ...services],
    accountIds: others.length === 0 ? undefined : others,
    organizationId: organizationOf(each),
    tags,
  });
}

/** The organization whose accounts get an AMI, itself or a unit of it. */
function organizationOf({
  region,
  organizationArns = [],
  organizationalUnitArns = [],
}: ImageDistribution): string | undefined {
  const arns = [...organizationArns, ...organizationalUnitArns];
  const [id, ...others] = new Set(arns.map((arn) => arn.split("/")[1]));
  if (others.length > 0) {
    throw new ConfigError("Configuration", [
      `groundwork:distributions names ${arns.join(", ")} for ${region}, but must name one organization for a Region; drop the others.`,
    ]);
  }
  return id;
}
