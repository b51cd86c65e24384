import * as rbin from "@pulumi/aws/rbin";
import * as pulumi from "@pulumi/pulumi";
import { checkPlace, Checks, nameTag } from "@groundwork/core";
import { RecycledResource, type RecycleBinArgs } from "./recycle-bin-args";

/** The most tags by which a rule chooses, and by which it leaves out. */
const MOST_TAGS = { targetTags: 50, excludeTags: 5 };

/**
 * A retention rule of Recycle Bin: snapshots or AMIs that somebody deletes can be had back for some days.
 *
 * It does not lock the rule: AWS's provider takes a lock and never sends it. The README says how to lock it by hand.
 */
export class RecycleBin extends pulumi.ComponentResource {
  /** The ARN of the rule; its end, the identifier, is what locks it. */
  readonly ruleArn: pulumi.Output<string>;

  /** @throws ConfigError if an argument is out of its range. */
  constructor(name: string, args: RecycleBinArgs, opts?: pulumi.ComponentResourceOptions) {
    checkRecycleBin(name, args);
    super("snapshot-lifecycle:index:RecycleBin", name, {}, opts);

    const rule = new rbin.Rule(
      `${name}-rule`,
      {
        // Sent always: AWS keeps one that a program drops.
        description: `Deleted ${args.resource === RecycledResource.Ami ? "AMIs" : "snapshots"} of ${name}`,
        resourceType: args.resource,
        retentionPeriod: { retentionPeriodValue: args.retainDays, retentionPeriodUnit: "DAYS" },
        resourceTags: tagList(args.targetTags),
        excludeResourceTags: tagList(args.excludeTags),
        region: args.place.region,
        tags: nameTag(name, args.tags),
      },
      { parent: this },
    );

    this.ruleArn = rule.arn;
    this.registerOutputs({ ruleArn: this.ruleArn });
  }
}

function tagList(tags: Record<string, string> | undefined): rbin.RuleArgs["resourceTags"] {
  return (
    tags && Object.entries(tags).map(([resourceTagKey, resourceTagValue]) => ({ resourceTagKey, resourceTagValue }))
  );
}

function checkRecycleBin(name: string, args: RecycleBinArgs): void {
  const checks = new Checks("RecycleBin", name);
  checkPlace(checks, args.place);
  checks.oneOf("resource", args.resource, Object.values(RecycledResource));
  checks.range("retainDays", args.retainDays, 1, 365, "days");
  for (const field of ["targetTags", "excludeTags"] as const) {
    const tags = args[field] && Object.keys(args[field]);
    const most = MOST_TAGS[field];
    checks.count(field, tags, 1, most, `one to ${most} tags`, "leave it out for the whole Region");
  }
  if (args.targetTags !== undefined) {
    checks.leftOut("excludeTags", args.excludeTags, "with targetTags", "say it in one way");
  }
  checks.done();
}
