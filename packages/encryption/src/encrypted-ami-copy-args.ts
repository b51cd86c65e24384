import type * as pulumi from "@pulumi/pulumi";
import { type CopyArgs } from "./copy-args";

/** The arguments of {@link EncryptedAmiCopy}. */
export interface EncryptedAmiCopyArgs extends CopyArgs {
  /** The AMI to copy, encrypted or not, such as `ami-0a1b2c3d4e5f60718`. Another one makes another copy. */
  sourceAmiId: pulumi.Input<string>;

  /**
   * When the AMI is deprecated, so that nobody finds it by chance any more, such as `2027-06-30T00:00:00Z`; whoever names it still
   * launches it.
   *
   * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ami-deprecate.html
   */
  deprecationTime: pulumi.Input<string>;

  /**
   * Organizations whose accounts may launch the AMI, by ARN. The key must admit them, too: `organizationId` of `EncryptionKey`.
   *
   * @default - none
   */
  organizationArns?: string[];

  /**
   * Organizational units whose accounts may launch the AMI, by ARN. The key must admit these accounts, too.
   *
   * @default - none
   */
  organizationalUnitArns?: string[];
}
