import type * as pulumi from "@pulumi/pulumi";
import { type Place, type Tags } from "@groundwork/core";

/** The arguments of {@link ApprovedAmiParameter}. */
export interface ApprovedAmiParameterArgs {
  /** The account and the Region that launch the AMI: the parameter is theirs. */
  place: Place;

  /** The golden AMI's name, such as `web`: up to 63 lower-case letters, digits and hyphens. Plain, because others look for it. */
  amiName: string;

  /**
   * The environment that the AMI is approved for, such as `dev`, since two may share an account: up to 63 lower-case letters,
   * digits and hyphens. Plain, because others look for it.
   */
  environment: string;

  /** The approved AMI's id; it must be in the Region, and the account's own or shared with it. */
  amiId: pulumi.Input<string>;

  /**
   * Tags for the parameter; a `Name` among them replaces the one that it has otherwise.
   *
   * @default - a `Name` tag
   */
  tags?: Tags;
}
