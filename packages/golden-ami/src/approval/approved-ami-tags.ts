import * as ec2 from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import { APPROVED_TAG } from "@groundwork/core";
import { type ApprovedAmiTagsArgs } from "./approved-ami-tags-args";
import { checkApprovedAmiTags } from "./approved-ami-tags-checks";

/**
 * The tag by which lifecycle rules know an AMI that some environment may launch, and leave it alone; an AMI that is left out
 * loses it. One program of an account has them, beside whichever pipelines made the AMIs.
 *
 * Snapshots need none: AWS deletes no snapshot of an AMI that stands.
 */
export class ApprovedAmiTags extends pulumi.ComponentResource {
  /** @throws ConfigError if an argument is out of its range. */
  constructor(name: string, args: ApprovedAmiTagsArgs, opts?: pulumi.ComponentResourceOptions) {
    checkApprovedAmiTags(name, args);
    super("golden-ami:index:ApprovedAmiTags", name, {}, opts);

    for (const { id, region } of args.amis) {
      for (const [key, value] of Object.entries(APPROVED_TAG)) {
        new ec2.Tag(`${name}-${id}-tag`, { resourceId: id, region, key, value }, { parent: this });
      }
    }
    this.registerOutputs({});
  }
}
