import { daysBetween } from "./days";
import { type Evidence } from "./evidence";

/** The oldest that an AMI may be when it is approved, in days: older ones the policy pack finds old at once. */
export const MAX_AGE_DAYS = 180;

/**
 * A build that succeeded, beside what became of it: a lifecycle rule retires the build of an AMI that it leaves alone, because the AMI
 * is approved. What became of the AMI itself is judged by itself.
 */
const SUCCEEDED = /^(AVAILABLE|DEPRECATED|DISABLED)\b/;

/** What whoever approves has said. */
export interface Terms {
  today: string;
  /** The last day of the approval. */
  expires: string;
  /** Why it is approved in spite of what the scan found, or of there being no scan. */
  acceptedFindings?: string;
}

/** Every reason for which an AMI is not fit to be approved. */
export function unfitness({ build, ami, fits }: Evidence, terms: Terms): string[] {
  return [
    ...ofBuild(build, ami),
    ...ofScan(build, terms),
    ...ofAmi(ami),
    ...ofDays(ami, terms),
    ...ofInstance(ami, fits),
  ];
}

function ofBuild({ arn, status, tests, amis }: Evidence["build"], { id }: Evidence["ami"]): string[] {
  const failed = tests.filter((state) => state !== "COMPLETED");
  return [
    // Whoever may tag an AMI may name any build.
    ...(amis.some((ami) => ami.id === id)
      ? []
      : [`its build ${arn} does not list it, so that nothing tells of its tests and its scan`]),
    ...(SUCCEEDED.test(status) ? [] : [`its build ${arn} is ${status}, but must be AVAILABLE`]),
    ...(tests.length === 0 ? ["its build ran no test; switch the pipeline's tests on, and build again"] : []),
    ...(failed.length === 0 ? [] : [`its tests ended as ${failed.join(", ")}, but must be COMPLETED`]),
  ];
}

function ofScan({ scan, findings }: Evidence["build"], { acceptedFindings }: Terms): string[] {
  if (acceptedFindings !== undefined) {
    return [];
  }
  const accept = "or say why it is approved all the same with --accept-findings REASON";
  if (findings === undefined) {
    return [
      `its scan for vulnerabilities is ${scan ?? "not switched on"}, but must be COMPLETED; wait or scan, ${accept}`,
    ];
  }
  const { critical, high } = findings;
  return critical + high === 0
    ? []
    : [`its scan found ${critical} critical and ${high} high vulnerabilities; build again with updates, ${accept}`];
}

function ofAmi(ami: Evidence["ami"]): string[] {
  const { id, state, unencrypted, snapshots, public: open, requiresTokens } = ami;
  return [
    ...(state === "available" ? [] : [`it is ${state}, but must be available`]),
    ...(snapshots.length === 0 ? ["it has no snapshot, so that nothing tells whether it is encrypted"] : []),
    ...(unencrypted.length === 0
      ? []
      : [`${unencrypted.join(", ")} is not encrypted; encrypt the recipe's volumes, and build again`]),
    ...(open ? ["everybody may launch it; take that permission away"] : []),
    // Image Builder hands the parent's on, and cannot set it.
    ...(requiresTokens
      ? []
      : [
          `it does not ask for IMDSv2; have its owner run aws ec2 modify-image-attribute --image-id ${id} --imds-support v2.0`,
        ]),
  ];
}

function ofDays({ created, deprecated }: Evidence["ami"], { today, expires }: Terms): string[] {
  const age = daysBetween(created, today);
  return [
    ...(age > MAX_AGE_DAYS ? [`it is ${age} days old, but must be no older than ${MAX_AGE_DAYS}; build again`] : []),
    ...(expires < today ? [`the approval would end on ${expires}, before it begins; give --expires a later day`] : []),
    ...(deprecated !== undefined && deprecated <= today ? [`it is deprecated since ${deprecated}`] : []),
    ...(deprecated !== undefined && deprecated > today && expires > deprecated
      ? [`the approval would end on ${expires}, after it is deprecated; give --expires no later day than ${deprecated}`]
      : []),
  ];
}

function ofInstance({ architecture }: Evidence["ami"], fits: Evidence["fits"]): string[] {
  return fits === undefined || fits.architectures.includes(architecture)
    ? []
    : [`it is of ${architecture}, but ${fits.instanceType} runs ${fits.architectures.join(", ")}`];
}
