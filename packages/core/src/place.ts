import { type Checks, REGION } from "./checks";

/** What begins the names of a partition's Regions; all other Regions are of the partition `aws`. */
const PARTITIONS = new Map([
  ["cn-", "aws-cn"],
  ["us-gov-", "aws-us-gov"],
  ["us-iso-", "aws-iso"],
  ["us-isob-", "aws-iso-b"],
  ["us-isof-", "aws-iso-f"],
  ["eu-isoe-", "aws-iso-e"],
  ["eusc-", "aws-eusc"],
]);

/**
 * Where something is: account, Region and partition. The environment says it once and hands it to every component, and none
 * looks it up. Plain, so that a preview shows every ARN and a mistake is found before anything is made.
 */
export interface Place {
  /** The account's id: twelve digits. */
  accountId: string;

  /** The Region, such as `eu-west-1`. */
  region: string;

  /**
   * The partition, such as `aws-cn`: it must be the Region's.
   *
   * @default - the Region's
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
   */
  partition?: string;
}

/** The partition that a Region belongs to. */
export function partitionOf(region: string): string {
  return [...PARTITIONS].find(([prefix]) => region.startsWith(prefix))?.[1] ?? "aws";
}

/** Records what is wrong with a place. */
export function checkPlace(checks: Checks, { accountId, region, partition }: Place, field = "place"): void {
  checks.accountId(`${field}.accountId`, accountId);
  checks.region(`${field}.region`, region);
  checks.that(
    partition === undefined || partition === partitionOf(region) || !REGION.test(region),
    `${field}.partition`,
    partition,
    `"${partitionOf(region)}", the partition of ${region}`,
    "leave it out",
  );
}
