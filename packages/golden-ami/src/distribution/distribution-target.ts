import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import { arn, assumeRolePolicy, type Context, managedPolicyArn, nameTag, policyDocument } from "@groundwork/core";
import { AUTO_SCALING_ROLE_NAME } from "@groundwork/encryption";
import { createAutoScalingGrants } from "./auto-scaling-grant";
import { LIFECYCLE_POLICY } from "../lifecycle/lifecycle";
import { CROSS_ACCOUNT_ROLE_NAME } from "./distribution-args";
import { type DistributionTargetArgs, regionsOf } from "./distribution-target-args";
import { checkDistributionTarget } from "./distribution-target-checks";
import { targetParameterNames, targetStatements, targetTrust } from "./distribution-target-policies";

/** What copies and shares AMIs, as AWS says that the role needs. */
const CROSS_ACCOUNT_POLICY = "Ec2ImageBuilderCrossAccountDistributionAccess";

/** The role that Image Builder retires copies under: AWS looks for this name. */
const LIFECYCLE_ROLE_NAME = "Ec2ImageBuilderCrossAccountLifecycleAccess";

/**
 * What an account needs to be given AMIs by another's pipelines: the role that Image Builder looks for, and the grants by which its
 * Auto Scaling groups launch what the other's keys encrypt. It is made in the target account, with a provider of that account.
 *
 * The role's name is fixed, so that an account has one, however many pipelines distribute there. It makes no look-up.
 */
export class DistributionTarget extends pulumi.ComponentResource {
  /** The role's ARN. */
  readonly roleArn: pulumi.Output<string>;

  /** The account, for `targetAccountIds` of the pipelines' `distributions`. */
  readonly targetAccountId: pulumi.Output<string>;

  /** The Regions, for `region` of the pipelines' `distributions`. */
  readonly regions: pulumi.Output<string[]>;

  /** The names of the parameters that the pipelines may write here, for `parameters` of their `distributions`. */
  readonly parameterNames: pulumi.Output<string[]>;

  /** The grants' ids, for whoever launches an AMI to wait for: without them nothing launches. */
  readonly grantIds: pulumi.Output<string[]>;

  /** @throws ConfigError if an argument is out of its range. */
  constructor(name: string, args: DistributionTargetArgs, opts?: pulumi.ComponentResourceOptions) {
    checkDistributionTarget(name, args);
    super("golden-ami:index:DistributionTarget", name, {}, opts);

    const { place, keys, autoScalingRoleNames = [AUTO_SCALING_ROLE_NAME] } = args;
    const context: Context = { parent: this, name, tags: args.tags };
    const role = createRole(context, args);
    if (args.keepCopies !== true) {
      createLifecycleRole(context, args);
    }
    const grants = keys.flatMap((key) => createAutoScalingGrants(context, place, key, autoScalingRoleNames));

    this.roleArn = role.arn;
    this.targetAccountId = pulumi.output(place.accountId);
    this.regions = pulumi.output(regionsOf(args));
    this.parameterNames = pulumi.output(targetParameterNames(args));
    this.grantIds = pulumi.all(grants.map(({ grantId }) => grantId));
    this.registerOutputs({
      roleArn: this.roleArn,
      targetAccountId: this.targetAccountId,
      regions: this.regions,
      parameterNames: this.parameterNames,
      grantIds: this.grantIds,
    });
  }
}

/** Creates the role that Image Builder copies under. */
function createRole({ name, tags, parent }: Context, args: DistributionTargetArgs): iam.Role {
  const role = new iam.Role(
    `${name}-cross-account-role`,
    {
      name: CROSS_ACCOUNT_ROLE_NAME,
      description: `Lets Image Builder distribute AMIs of the account ${args.sourceAccountId}`,
      assumeRolePolicy: policyDocument(targetTrust(args)),
      tags: nameTag(name, tags),
    },
    { parent },
  );
  new iam.RolePolicyAttachment(
    `${name}-distribution-access-policy-attachment`,
    { role: role.name, policyArn: managedPolicyArn(args.place, CROSS_ACCOUNT_POLICY) },
    { parent },
  );
  new iam.RolePolicy(
    `${name}-distribution-policy`,
    { role: role.id, policy: policyDocument(...targetStatements(args)) },
    { parent },
  );
  return role;
}

/**
 * Creates the role that Image Builder retires copies under, for what it has distributed to this account.
 *
 * @see https://docs.aws.amazon.com/imagebuilder/latest/userguide/image-lifecycle-prerequisites.html
 */
function createLifecycleRole({ name, tags, parent }: Context, { place }: DistributionTargetArgs): void {
  const images = arn(place, { service: "imagebuilder", region: "*", accountId: "*", resource: "image/*/*/*" });
  const role = new iam.Role(
    `${name}-lifecycle-role`,
    {
      name: LIFECYCLE_ROLE_NAME,
      description: "Lets Image Builder retire the copies of AMIs that it has distributed",
      assumeRolePolicy: assumeRolePolicy("imagebuilder", { accountId: place.accountId, arn: images }),
      tags: nameTag(`${name}-lifecycle`, tags),
    },
    { parent },
  );
  new iam.RolePolicyAttachment(
    `${name}-lifecycle-policy-attachment`,
    { role: role.name, policyArn: managedPolicyArn(place, LIFECYCLE_POLICY) },
    { parent },
  );
}
