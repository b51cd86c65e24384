import * as pulumi from "@pulumi/pulumi";
import { arn, checkPlace, Checks, type Context, type PolicyStatement } from "@groundwork/core";
import { checkPolicyAlarms, createBackupAlarms, missing, policySource } from "../alarms/alarms";
import { checkCopies } from "../policy/copy-checks";
import { createLifecyclePolicy, plainText, type PolicyDetails, PolicyKind } from "../policy/lifecycle-policy";
import { daysInputs } from "../policy/retention";
import { allow, copyKeyStatements, createServiceRole, copiesOf, snapshotsOf } from "../policy/service-role";
import { DEFAULT_DESCRIPTION_PATTERN, type SharedSnapshotCopiesArgs } from "./shared-snapshot-copies-args";

/**
 * Copies of the snapshots that other accounts share with this one, under keys of its own: what happens to the other account then
 * happens to it alone. It makes no look-up.
 */
export class SharedSnapshotCopies extends pulumi.ComponentResource {
  /** The id of the lifecycle policy. */
  readonly policyId: pulumi.Output<string>;

  /** The ARN of the lifecycle policy. */
  readonly policyArn: pulumi.Output<string>;

  /** The ARN of the role that Data Lifecycle Manager assumes, for the policies of keys that it must use. */
  readonly roleArn: pulumi.Output<string>;

  /** @throws ConfigError if an argument is out of its range. */
  constructor(name: string, args: SharedSnapshotCopiesArgs, opts?: pulumi.ComponentResourceOptions) {
    checkSharedSnapshotCopies(name, args);
    super("snapshot-lifecycle:index:SharedSnapshotCopies", name, {}, opts);

    const { place, protectPolicy, alarms, tags } = args;
    const { region } = place;
    const context: Context = { parent: this, name, tags };
    const role = createServiceRole(context, place, statements(args));
    const policy = createLifecyclePolicy(
      { ...context, region, role, identity: "shared", protectPolicy },
      PolicyKind.SharedSnapshots,
      "Copies of shared snapshots",
      details(name, args),
    );
    if (alarms !== undefined) {
      createBackupAlarms({ ...context, source: policySource(region, policy) }, alarms, [
        {
          role: "copy-failed",
          metricName: "SnapshotsCopiedAccountFailed",
          says: "the copy of a shared snapshot failed",
        },
        ...missing(
          {
            role: "copy-missing",
            metricName: "SnapshotsCopiedAccountCompleted",
            says: "no new copy of a shared snapshot",
          },
          alarms.missingHours,
        ),
      ]);
    }

    this.policyId = policy.id;
    this.policyArn = policy.arn;
    this.roleArn = role.role.arn;
    this.registerOutputs({ policyId: this.policyId, policyArn: this.policyArn, roleArn: this.roleArn });
  }
}

function details(
  name: string,
  { ownerAccountIds, descriptionPattern, copies }: SharedSnapshotCopiesArgs,
): PolicyDetails {
  return {
    eventSource: {
      type: "MANAGED_CWE",
      parameters: {
        eventType: "shareSnapshot",
        snapshotOwners: ownerAccountIds,
        descriptionRegex: descriptionPattern ?? DEFAULT_DESCRIPTION_PATTERN,
      },
    },
    action: {
      name: plainText(name).slice(0, 120),
      crossRegionCopies: copies.map(({ region, keyArn, retainDays }) => ({
        target: region,
        encryptionConfiguration: { encrypted: true, cmkArn: keyArn },
        retainRule: daysInputs(retainDays),
      })),
    },
  };
}

/** What copying takes, and the rule by which Data Lifecycle Manager hears of what is shared. */
function statements({ place, copies, sourceKeyArns }: SharedSnapshotCopiesArgs): PolicyStatement[] {
  const { accountId } = place;
  return [
    allow("ec2:DescribeSnapshots", "*"),
    allow("ec2:CopySnapshot", copiesOf(place)),
    allow(["ec2:DeleteSnapshot", "ec2:CreateTags"], snapshotsOf(place)),
    allow(
      [
        ...["events:PutRule", "events:DeleteRule", "events:DescribeRule", "events:EnableRule", "events:DisableRule"],
        ...["events:ListTargetsByRule", "events:PutTargets", "events:RemoveTargets"],
      ],
      arn(place, { service: "events", region: "*", accountId, resource: "rule/AwsDataLifecycleRule.managed-cwe.*" }),
    ),
    ...copyKeyStatements(sourceKeyArns, copies),
  ];
}

function checkSharedSnapshotCopies(name: string, args: SharedSnapshotCopiesArgs): void {
  const { place, ownerAccountIds, copies } = args;
  const checks = new Checks("SharedSnapshotCopies", name);
  checkPlace(checks, place);
  checks.count("ownerAccountIds", ownerAccountIds, 1, 50, "one to fifty accounts", "make another policy for others");
  checks.different("ownerAccountIds", ownerAccountIds, "different accounts", "name each once");
  ownerAccountIds.forEach((owner, index) => {
    const field = `ownerAccountIds[${index}]`;
    checks.accountId(field, owner);
    checks.that(owner !== place.accountId, field, owner, "another account than the policy's own", "drop it");
  });
  checks.that(copies.length > 0, "copies", copies, "at least one copy", "name the Region to copy to");
  checkCopies(checks, "copies", copies, place, { ownRegion: true });
  checks.matches(
    "descriptionPattern",
    args.descriptionPattern,
    /^.{1,1000}$/,
    "a regular expression of 1 to 1000 characters",
    "leave it out for what lifecycle policies make",
  );
  checkPolicyAlarms(checks, args.alarms, place.region);
  checks.done();
}
