import type * as pulumi from "@pulumi/pulumi";
import { arn, EBS_KEY_ACTIONS, iamArn, type Place, policyDocument, type PolicyStatement } from "@groundwork/core";
import { AUTO_SCALING_ROLE_NAME, type EncryptionKeyArgs, KeyService } from "./encryption-key-args";

/** The arguments that a key's policy follows from. */
export type KeyIntents = Pick<
  EncryptionKeyArgs,
  | "place"
  | "administratorArns"
  | "userArns"
  | "services"
  | "autoScalingRoleNames"
  | "accountIds"
  | "organizationId"
  | "multiRegion"
>;

/** Whom statements are for. */
interface User {
  /** The beginning of the statements' names. */
  sid: string;
  Principal: NonNullable<PolicyStatement["Principal"]>;
  /** What limits the principal, by operator and condition key. */
  condition?: NonNullable<PolicyStatement["Condition"]>;
  /** What the principal does beside using the key. */
  also?: string[];
}

/**
 * What an administrator does: everything but to use the key, to grant it, and to bypass what AWS checks.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
const ADMINISTRATION = [
  ...["kms:Describe*", "kms:Get*", "kms:List*", "kms:Enable*", "kms:Disable*", "kms:PutKeyPolicy"],
  ...["kms:UpdateKeyDescription", "kms:CreateAlias", "kms:UpdateAlias", "kms:DeleteAlias", "kms:RotateKeyOnDemand"],
  ...["kms:RevokeGrant", "kms:TagResource", "kms:UntagResource", "kms:ScheduleKeyDeletion", "kms:CancelKeyDeletion"],
];

/** What an administrator of a multi-Region key does, too. */
const MULTI_REGION_ADMINISTRATION = ["kms:ReplicateKey", "kms:UpdatePrimaryRegion"];

/** What an Auto Scaling role in another account is granted, at most. */
export const GRANTABLE_TO_AUTO_SCALING = [
  ...["Encrypt", "Decrypt", "ReEncryptFrom", "ReEncryptTo", "GenerateDataKey", "GenerateDataKeyWithoutPlaintext"],
  ...["DescribeKey", "CreateGrant"],
];

/** The roles that services have in every account, in which `*` stands for any text; Auto Scaling's are named. */
const SERVICE_ROLES: Partial<Record<KeyService, { sid: string; roles: string[] }>> = {
  [KeyService.ImageBuilder]: {
    sid: "ImageBuilder",
    roles: ["role/aws-service-role/imagebuilder.amazonaws.com/AWSServiceRoleForImageBuilder"],
  },
  [KeyService.DataLifecycleManager]: {
    sid: "DataLifecycleManager",
    roles: ["role/AWSDataLifecycleManagerDefaultRole*", "role/service-role/AWSDataLifecycleManagerDefaultRole*"],
  },
  [KeyService.Backup]: {
    sid: "Backup",
    roles: [
      "role/aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup",
      "role/service-role/AWSBackupDefaultServiceRole",
    ],
  },
};

/** The services that use a key in their own name, and not in that of a role. */
const OWN_NAME = [KeyService.EventBridge, KeyService.CloudWatchLogs];

/**
 * A key's policy: the account administers the key, through its IAM policies; everybody else has what the intents say. In a key
 * policy, the resource is always the key itself.
 *
 * @param region The Region of the key, or of its replica.
 */
export function keyPolicy(intents: KeyIntents, region: string): pulumi.Output<string> {
  return policyDocument(...keyStatements(intents, region));
}

/** The statements of {@link keyPolicy}. */
export function keyStatements(intents: KeyIntents, region: string): PolicyStatement[] {
  return [
    {
      Sid: "AccountAdministersTheKey",
      Effect: "Allow",
      Principal: { AWS: iamArn(intents.place, "root") },
      Action: "kms:*",
      Resource: "*",
    },
    ...administration(intents),
    ...localUsers(intents, region).flatMap(usage),
    ...servicesThemselves(intents, region),
    ...foreignUsers(intents).flatMap((user) => [...usage(user), autoScalingGrant(user, intents.place)]),
  ];
}

function administration({ administratorArns, multiRegion }: KeyIntents): PolicyStatement[] {
  return administratorArns === undefined
    ? []
    : [
        {
          Sid: "AdministratorsAdministerTheKey",
          Effect: "Allow",
          Principal: { AWS: administratorArns },
          Action: multiRegion === true ? [...ADMINISTRATION, ...MULTI_REGION_ADMINISTRATION] : ADMINISTRATION,
          Resource: "*",
        },
      ];
}

/** The users of the key's own account. */
function localUsers({ place, userArns, services = [], autoScalingRoleNames }: KeyIntents, region: string): User[] {
  const own = { "kms:CallerAccount": place.accountId };
  return [
    ...services
      .filter((service) => !OWN_NAME.includes(service))
      .map((service): User => {
        switch (service) {
          case KeyService.Ec2: {
            const condition = { StringEquals: { ...own, "kms:ViaService": `ec2.${region}.amazonaws.com` } };
            return { sid: "Ec2", Principal: { AWS: "*" }, condition };
          }
          case KeyService.AutoScaling: {
            const names = autoScalingRoleNames ?? [AUTO_SCALING_ROLE_NAME];
            const [role, ...others] = names.map((name) => autoScalingRoleArn(place, name)) as [string, ...string[]];
            return { sid: "AutoScaling", Principal: { AWS: others.length === 0 ? role : [role, ...others] } };
          }
          default: {
            // By a condition, since a policy that names a role which does not exist yet is refused.
            const { sid, roles } = SERVICE_ROLES[service]!;
            const arns = roles.map((role) => iamArn(place, role));
            const condition = { StringEquals: own, ArnLike: { "aws:PrincipalArn": arns } };
            return { sid, Principal: { AWS: "*" }, condition };
          }
        }
      }),
    ...(userArns === undefined ? [] : [{ sid: "EachUser", Principal: { AWS: userArns } }]),
  ];
}

/**
 * What services do in their own name, for the account alone; they grant the key to nobody. EventBridge names no account where it
 * writes to an encrypted topic, so that a condition on `aws:SourceAccount` would have it write nothing, and say nothing: what is
 * encrypted tells whose topic or queue it is.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
 */
function servicesThemselves({ place, services = [] }: KeyIntents, region: string): PolicyStatement[] {
  const { accountId } = place;
  const statements: Partial<Record<KeyService, PolicyStatement>> = {
    [KeyService.EventBridge]: {
      Sid: "EventBridgeUsesTheKey",
      Effect: "Allow",
      Principal: { Service: "events.amazonaws.com" },
      Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
      Resource: "*",
      Condition: {
        ArnLikeIfExists: {
          "kms:EncryptionContext:aws:sns:topicArn": arn(place, { service: "sns", region, accountId, resource: "*" }),
          "kms:EncryptionContext:aws:sqs:arn": arn(place, { service: "sqs", region, accountId, resource: "*" }),
        },
      },
    },
    [KeyService.CloudWatchLogs]: {
      Sid: "CloudWatchLogsUsesTheKey",
      Effect: "Allow",
      Principal: { Service: `logs.${region}.amazonaws.com` },
      Action: EBS_KEY_ACTIONS,
      Resource: "*",
      Condition: {
        ArnLike: {
          "kms:EncryptionContext:aws:logs:arn": arn(place, {
            service: "logs",
            region,
            accountId,
            resource: "log-group:*",
          }),
        },
      },
    },
  };
  return services.flatMap((service) => statements[service] ?? []);
}

/** The users of other accounts. */
function foreignUsers({ place, accountIds, organizationId }: KeyIntents): User[] {
  const accounts = accountIds?.map((accountId) => iamArn(place, "root", accountId));
  // The key's own account is a member, too, but whom a statement of its own account names needs no IAM policy.
  const organization = {
    StringEquals: { "aws:PrincipalOrgID": organizationId ?? "" },
    StringNotEquals: { "kms:CallerAccount": place.accountId },
  };
  // Whoever keeps a grant as a resource reads it back, among all of the key's; to retire it takes no right of the key's.
  const also = ["kms:ListGrants"];
  return [
    ...(accounts === undefined ? [] : [{ sid: "EachAccount", Principal: { AWS: accounts }, also }]),
    ...(organizationId === undefined
      ? []
      : [{ sid: "EachMember", Principal: { AWS: "*" }, condition: organization, also }]),
  ];
}

/** Lets somebody use the key, and grant it for what AWS itself does with the grant. */
function usage({ sid, Principal, condition, also = [] }: User): PolicyStatement[] {
  return [
    {
      Sid: `${sid}UsesTheKey`,
      Effect: "Allow",
      Principal,
      Action: [...EBS_KEY_ACTIONS, ...also],
      Resource: "*",
      ...(condition === undefined ? {} : { Condition: condition }),
    },
    {
      Sid: `${sid}GrantsTheKeyToVolumes`,
      Effect: "Allow",
      Principal,
      Action: "kms:CreateGrant",
      Resource: "*",
      Condition: { ...condition, Bool: { "kms:GrantIsForAWSResource": "true" } },
    },
  ];
}

/**
 * Lets other accounts grant the key to their own Auto Scaling roles: a key policy cannot name these, and their grant is made by
 * somebody of the account and not by AWS.
 */
function autoScalingGrant({ sid, Principal, condition }: User, place: Place): PolicyStatement {
  return {
    Sid: `${sid}GrantsTheKeyToAutoScaling`,
    Effect: "Allow",
    Principal,
    Action: "kms:CreateGrant",
    Resource: "*",
    Condition: {
      ...condition,
      StringLike: {
        "kms:GranteePrincipal": autoScalingRoleArn(place, `${AUTO_SCALING_ROLE_NAME}*`, "${aws:PrincipalAccount}"),
      },
      "ForAllValues:StringEquals": { "kms:GrantOperations": GRANTABLE_TO_AUTO_SCALING },
    },
  };
}

/**
 * The ARN of a service-linked role of Auto Scaling's.
 *
 * @param name The role's name, such as `AWSServiceRoleForAutoScaling`.
 * @param accountId The account, if it is not the place's own.
 */
export function autoScalingRoleArn(place: Place, name: string, accountId?: string): string {
  return iamArn(place, `role/aws-service-role/autoscaling.amazonaws.com/${name}`, accountId);
}
