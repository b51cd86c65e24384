import * as pulumi from "@pulumi/pulumi";
import { after } from "@groundwork/core";
import { DistributionTarget } from "@groundwork/golden-ami";
import { type WorkloadConfig } from "../config/shapes";
import { approvedAmi } from "./approved-ami";
import { approvedTags } from "./approved-tags";

/**
 * The AMI that an environment launches. Where another account's pipelines give it, the environment makes what they need to do so, and
 * what its fleets need to launch it, which the AMI's id waits for; and it tags the copies that are its account's own.
 */
export function sourcedAmi(environment: string, config: WorkloadConfig): pulumi.Input<string> {
  const { place, fleet, imageSource, tags } = config;
  const amiId = approvedAmi(environment, config);
  if (imageSource === undefined || imageSource.accountId === place.accountId) {
    return amiId;
  }
  const target = new DistributionTarget(`${environment}-images`, {
    place,
    sourceAccountId: imageSource.accountId,
    sourceRoleArns: imageSource.roleArns,
    keys: Object.entries(imageSource.keyArns).map(([name, keyArn]) => ({ name, keyArn, region: keyArn.split(":")[3] })),
    amiNames: [fleet.amiName],
    tags,
  });
  // Like the target, once in an account: two stacks would take each other's tags away.
  approvedTags(place);
  return after(pulumi.output(amiId), [target.grantIds]);
}
