import { type Checks, type Context } from "@groundwork/core";
import { Provider } from "@pulumi/aws/provider";
import * as pulumi from "@pulumi/pulumi";

/** The ARN of a role, with its partition and account. */
const ROLE = /^arn:([\w-]+):iam::(\d{12}):role\/[\w+=,.@/-]+$/;

/** The Region of each partition in which Route 53 itself is: its records are of no Region. */
const ROUTE_53_REGIONS: Record<string, string> = { "aws-cn": "cn-northwest-1", "aws-us-gov": "us-gov-west-1" };
const ROUTE_53_REGION = "us-east-1";

/** Gives the provider that writes a zone's records: undefined, the stack's own, unless a role is to be assumed. */
export type ZoneProvider = (roleArn: string | undefined) => Provider | undefined;

/** What a helper that writes records is given first. */
export interface ZoneContext extends Context {
  zoneProvider: ZoneProvider;
}

/** Records the mistakes in the roles by which the zones of other accounts are written. */
export function checkZoneRoles(checks: Checks, roleArns: (string | undefined)[]): void {
  const roles = [...new Set(roleArns)].filter((role) => role !== undefined);
  for (const role of roles) {
    checks.matches("hostedZoneRoleArn", role, ROLE, "the ARN of a role", "copy it from the zone's account");
  }
  const accounts = roles.map((role) => ROLE.exec(role)?.[2]);
  checks.that(
    accounts.every((account, index) => account === undefined || accounts.indexOf(account) === index),
    "hostedZoneRoleArn",
    roles,
    "one role for each account",
    "let one role write all of the account's zones",
  );
}

/**
 * Makes a provider for each account whose zones a load balancer has records in. It starts from the stack's own
 * credentials, as `aws:profile`, `aws:assumeRoles` and the environment give them, and assumes the role last.
 */
export function zoneProviders({ parent, name }: Context): ZoneProvider {
  const made = new Map<string, Provider>();
  const config = new pulumi.Config("aws");
  return (roleArn) => {
    const [, partition = "", account = ""] = ROLE.exec(roleArn ?? "") ?? [];
    if (roleArn === undefined) {
      return undefined;
    }
    const provider =
      made.get(account) ??
      // Named after the account and not the role: a resource whose provider has another name is made anew.
      new Provider(
        `${name}-hosted-zone-provider-${account}`,
        {
          region: ROUTE_53_REGIONS[partition] ?? ROUTE_53_REGION,
          profile: config.get("profile"),
          assumeRoles: [...(config.getObject<{ roleArn: string }[]>("assumeRoles") ?? []), { roleArn }],
        },
        { parent },
      );
    made.set(account, provider);
    return provider;
  };
}
