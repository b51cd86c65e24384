import * as pulumi from "@pulumi/pulumi";
import { after } from "@groundwork/core";
import { DistributionTarget } from "@groundwork/golden-ami";
import { type WorkloadConfig } from "../config/shapes";
import { approvedAmi } from "./approved-ami";
import { approvedTags } from "./approved-tags";

/**
 * What another account's pipelines need to give an environment their AMIs, and its fleets to launch them; nothing where the pipelines
 * are in its own account.
 */
export function imageTarget(environment: string, config: WorkloadConfig): DistributionTarget | undefined {
  const { place, fleet, imageSource, tags } = config;
  if (imageSource === undefined || imageSource.accountId === place.accountId) {
    return undefined;
  }
  return new DistributionTarget(`${environment}-images`, {
    place,
    sourceAccountId: imageSource.accountId,
    sourceRoleArns: imageSource.roleArns,
    keys: Object.entries(imageSource.keyArns).map(([name, keyArn]) => ({ name, keyArn, region: keyArn.split(":")[3] })),
    amiNames: [fleet.amiName],
    tags,
  });
}

/** The AMI that an environment launches; its id waits for what the fleets need to launch it. */
export function sourcedAmi(environment: string, config: WorkloadConfig): pulumi.Input<string> {
  const target = imageTarget(environment, config);
  const amiId = approvedAmi(environment, config);
  if (target === undefined) {
    return amiId;
  }
  // Like the target, once in an account: two stacks would take each other's tags away.
  approvedTags(config.place);
  return after(pulumi.output(amiId), [target.grantIds]);
}
