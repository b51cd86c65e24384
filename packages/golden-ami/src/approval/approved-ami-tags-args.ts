/** An AMI that some environment may launch. */
export interface TaggedAmi {
  /** The AMI's id. */
  id: string;

  /** The Region that it is in. */
  region: string;
}

/** The arguments of {@link ApprovedAmiTags}. */
export interface ApprovedAmiTagsArgs {
  /** The AMIs, all of the account's own: nobody sees another account's tags. Plain, because each has a tag of its own. */
  amis: TaggedAmi[];
}
