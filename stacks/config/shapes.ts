import { AMI_NAME } from "@groundwork/core";
import { Architecture, OperatingSystem } from "@groundwork/golden-ami";
import { NatGateways } from "@groundwork/network";
import { flag, group, listOf, mapOf, oneOf, optional, text, wholeNumber, type ReadAll } from "./fields";
import { account, region, type Placed } from "./reader";

const name = text(AMI_NAME, "a name of lower-case letters, digits and hyphens", "write it like web");

const instanceType = text(/^[a-z0-9-]+\.[a-z0-9-]+$/, "an instance type", "write it like m7i.large");

const tags = mapOf(text(/^.{1,256}$/, "a text of 1 to 256 characters", "shorten it, and quote a number"));

const network = group({
  cidr: text(/^[\d.]+\/\d+$/, "an IPv4 range from /16 to /24", "write it like 10.0.0.0/16"),
  zones: listOf(text(/^[a-z]{2}(-[a-z]+)+-\d[a-z]$/, "an Availability Zone", "write it like eu-west-1a"), 2, 6),
  natGateways: oneOf(NatGateways),
  flowLogDays: optional(wholeNumber(1, 3653, "days")),
});

const organizations = listOf(
  text(/^arn:[\w-]+:organizations::/, "the ARN of an organization or a unit", "copy it from AWS Organizations"),
  1,
  25,
);

/** The configuration of a stack that builds images. */
export const imageFactoryFields = {
  tags,
  network,
  snapshots: group({ retainDays: wholeNumber(1, 36_500, "days") }),
  notifications: group({
    emailAddresses: listOf(
      text(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, "a mail address", "write it like team@example.com"),
      1,
      20,
    ),
  }),
  images: listOf(
    group({
      name,
      operatingSystem: oneOf(OperatingSystem),
      architecture: optional(oneOf(Architecture)),
      components: listOf(name, 1, 18),
      openPorts: listOf(wholeNumber(1, 65_535, "as a port"), 1, 100),
      services: listOf(
        group({
          name: text(/^[\w@.-]+$/, "a service's name", "write it like nginx"),
          url: optional(text(/^https?:\/\/localhost[:/]/, "a URL of localhost", "write it like http://localhost:80/")),
        }),
        1,
        20,
      ),
      schedule: optional(
        group({
          expression: text(/^(cron|rate)\(.+\)$/, "a cron or rate expression", "write it like rate(7 days)"),
          timeZone: optional(text(/^\w[\w+/-]+$/, "an IANA time zone", "write it like Europe/Berlin")),
        }),
      ),
      instanceTypes: optional(listOf(instanceType, 1, 20)),
      approvalGate: optional(flag),
      rootVolumeSizeGiB: optional(wholeNumber(1, 16_000, "GiB")),
    }),
    1,
    20,
  ),
  distributions: optional(
    listOf(
      group({
        region,
        targetAccountIds: optional(listOf(account, 1, 100)),
        accountIds: optional(listOf(account, 1, 100)),
        organizationArns: optional(organizations),
        organizationalUnitArns: optional(organizations),
      }),
      1,
      30,
    ),
  ),
};

/** What {@link imageFactoryFields} reads. */
export type ImageFactoryConfig = Placed & ReadAll<typeof imageFactoryFields>;

/** The configuration of a stack that runs a workload. */
export const workloadFields = {
  tags,
  network,
  fleet: group({
    amiName: name,
    instanceType,
    minSize: wholeNumber(0, 1000, "instances"),
    maxSize: wholeNumber(1, 1000, "instances"),
    targetCpuPercent: optional(wholeNumber(1, 100, "percent")),
    rootVolumeSizeGiB: optional(wholeNumber(1, 65_536, "GiB")),
  }),
  imageSource: optional(
    group({
      accountId: account,
      keyArns: mapOf(
        text(/^arn:[\w-]+:kms:[\w-]+:\d{12}:key\//, "the ARN of a key", "copy it from the outputs of shared"),
      ),
      roleArns: optional(
        listOf(
          text(/^arn:[\w-]+:iam::\d{12}:role\//, "the ARN of a role", "write it like arn:aws:iam::…:role/web-*"),
          1,
          20,
        ),
      ),
      // As long as there is no AMI that could be approved: without the target, none is copied here.
      awaitsFirstAmi: optional(flag),
    }),
  ),
  loadBalancer: group({
    domainName: text(
      /^([a-z0-9-]+\.)+[a-z][a-z0-9-]*$/,
      "a domain name in lower case",
      "write it like www.example.com",
    ),
    hostedZoneId: text(/^Z[A-Z0-9]+$/, "the id of a public hosted zone", "copy it from Route 53"),
    alarmTopicArn: optional(text(/^arn:[\w-]+:sns:/, "the ARN of an SNS topic", "copy it from the console")),
    deletionProtection: optional(flag),
  }),
  snapshots: group({
    retainDays: wholeNumber(1, 36_500, "days"),
    startTime: optional(text(/^\d\d:\d\d$/, "a time of day in UTC as hh:mm", "write it like 03:00, and quote it")),
    hourly: optional(group({ retainDays: wholeNumber(1, 36_500, "days") })),
    monthly: optional(
      group({ retainDays: wholeNumber(31, 36_500, "days"), archiveDays: wholeNumber(90, 36_500, "days") }),
    ),
    amis: optional(group({ retainDays: wholeNumber(8, 36_500, "days"), deprecateDays: wholeNumber(1, 3650, "days") })),
    copy: optional(group({ region, retainDays: wholeNumber(8, 36_500, "days") })),
  }),
};

/** The configuration of a stack that runs two versions of a workload side by side. */
export const blueGreenFields = {
  ...workloadFields,
  release: group({ greenPercent: wholeNumber(0, 100, "percent") }),
};

/** What {@link blueGreenFields} reads. */
export type BlueGreenConfig = Placed & ReadAll<typeof blueGreenFields>;

/** What {@link workloadFields} reads. */
export type WorkloadConfig = Placed & ReadAll<typeof workloadFields>;
