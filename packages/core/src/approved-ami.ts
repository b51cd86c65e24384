/** The most severe findings of a scan for vulnerabilities, by their number. */
export interface ScanFindings {
  critical: number;
  high: number;
  medium: number;
  /** All that are less severe, or of no severity. */
  other: number;
}

/** One entry of the catalogue: an AMI that environments may launch. Dates are `YYYY-MM-DD`, in UTC. */
export interface ApprovedAmi {
  /** The golden AMI's name, such as `web`. */
  name: string;
  /** The stacks that may launch it. */
  environments: string[];
  /** Where it is, and where it may be launched: an AMI id is of one Region. */
  region: string;
  /** The account that may launch it. */
  accountId: string;
  /**
   * The account that owns it, and shares it with the one that launches it.
   *
   * @default - `accountId`
   */
  owner?: string;
  id: string;
  /** Whether every volume of it is encrypted: an AMI that is not cannot be approved. */
  encrypted: boolean;
  /**
   * What instances it runs on.
   *
   * @default - the catalogue does not tell, nor does it of the fields that follow
   */
  architecture?: string;
  created: string;
  approved: string;
  approvedBy: string;
  /** The last day of the approval. */
  expires: string;
  /**
   * From when on AWS marks it as deprecated.
   *
   * @default - it is not deprecated
   */
  deprecated?: string;
  /** The build that it came from: an image of Image Builder, by its ARN, or whatever else tells it. */
  build?: string;
  /** What it was built on: an AMI, an image's ARN or a parameter. */
  parent?: string;
  /** What became of its tests. */
  tests?: string;
  /** What the scan of the build found. */
  findings?: ScanFindings;
  /** Why it is approved in spite of what the scan found. */
  acceptedFindings?: string;
}
