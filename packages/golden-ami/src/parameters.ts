/** The SSM parameter that a pipeline writes each new AMI's id to: built and tested, not yet approved. */
export function candidateParameter(amiName: string): string {
  return `/golden-ami/${amiName}/candidate`;
}

/** The SSM parameter that fleets launch from. A pipeline cannot write it: only an approval does. */
export function approvedParameter(amiName: string): string {
  return `/golden-ami/${amiName}/approved`;
}
