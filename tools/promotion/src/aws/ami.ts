import {
  DescribeImagesCommand,
  DescribeInstanceTypesCommand,
  DescribeSnapshotsCommand,
  type Image,
} from "@aws-sdk/client-ec2";
import { ask, errorName } from "./ask";
import { type Session } from "./sessions";

/** What EC2 tells of an AMI. */
export interface AmiFacts {
  id: string;
  region: string;
  owner: string;
  /** Such as `available` or `disabled`. */
  state: string;
  architecture: string;
  /** The day that it was made, as `YYYY-MM-DD`. */
  created: string;
  /** The day from which on AWS marks it as deprecated. */
  deprecated?: string;
  public: boolean;
  /** Whether instances of it answer for their metadata with a token only (IMDSv2), where their launch says nothing. */
  requiresTokens: boolean;
  /** Its snapshots, and which of them are not encrypted. */
  snapshots: string[];
  unencrypted: string[];
  /** What only the owner sees; nothing for another account. */
  tags: Record<string, string>;
}

const DAY_LENGTH = "2026-11-30".length;

/** What EC2 tells an account of an AMI; `undefined` where it sees none. */
export async function readAmi({ ec2, region, accountId }: Session, id: string): Promise<AmiFacts | undefined> {
  try {
    const { Images = [] } = await ask(`EC2 DescribeImages in ${region}`, () =>
      ec2.send(new DescribeImagesCommand({ ImageIds: [id], IncludeDeprecated: true, IncludeDisabled: true })),
    );
    const image = Images.find(({ ImageId }) => ImageId === id);
    return image && { ...factsOf(image, region), ...(await encryption({ ec2, region, accountId }, image)) };
  } catch (error) {
    if (["InvalidAMIID.NotFound", "InvalidAMIID.Unavailable", "InvalidAMIID.Malformed"].includes(errorName(error))) {
      return undefined;
    }
    throw error;
  }
}

function factsOf(image: Image, region: string): Omit<AmiFacts, "snapshots" | "unencrypted"> {
  const { DeprecationTime: deprecated } = image;
  return {
    id: image.ImageId ?? "",
    region,
    owner: image.OwnerId ?? "",
    state: image.State ?? "",
    architecture: image.Architecture ?? "",
    created: (image.CreationDate ?? "").slice(0, DAY_LENGTH),
    ...(deprecated !== undefined && { deprecated: deprecated.slice(0, DAY_LENGTH) }),
    public: image.Public ?? false,
    requiresTokens: image.ImdsSupport === "v2.0",
    tags: Object.fromEntries((image.Tags ?? []).map(({ Key = "", Value = "" }) => [Key, Value])),
  };
}

/** The snapshots themselves tell their owner; of another account's AMI its devices do. */
async function encryption(
  { ec2, region, accountId }: Pick<Session, "ec2" | "region" | "accountId">,
  image: Image,
): Promise<Pick<AmiFacts, "snapshots" | "unencrypted">> {
  const devices = (image.BlockDeviceMappings ?? []).flatMap(({ Ebs }) => (Ebs === undefined ? [] : [Ebs]));
  const snapshots = devices.flatMap(({ SnapshotId }) => SnapshotId ?? []);
  if (image.OwnerId !== accountId || snapshots.length === 0) {
    const open = devices.filter(({ Encrypted }) => Encrypted !== true);
    return { snapshots, unencrypted: open.map(({ SnapshotId }) => SnapshotId ?? "a device without a snapshot") };
  }
  const { Snapshots = [] } = await ask(`EC2 DescribeSnapshots in ${region}`, () =>
    ec2.send(new DescribeSnapshotsCommand({ SnapshotIds: snapshots })),
  );
  const encrypted = new Set(Snapshots.flatMap(({ SnapshotId, Encrypted }) => (Encrypted === true ? SnapshotId : [])));
  return { snapshots, unencrypted: snapshots.filter((id) => !encrypted.has(id)) };
}

/** The architectures that a type of instance runs. */
export async function architecturesOf({ ec2, region }: Session, instanceType: string): Promise<string[]> {
  const { InstanceTypes = [] } = await ask(`EC2 DescribeInstanceTypes in ${region}`, () =>
    ec2.send(new DescribeInstanceTypesCommand({ InstanceTypes: [instanceType as "m7i.large"] })),
  );
  return InstanceTypes.flatMap(({ ProcessorInfo }) => ProcessorInfo?.SupportedArchitectures ?? []);
}
