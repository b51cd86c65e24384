/** A golden AMI's name: what stands between the slashes of its parameters. */
export const AMI_NAME = /^[a-z0-9][a-z0-9-]{0,62}$/;

/** What {@link AMI_NAME} allows, in words. */
export const AMI_NAME_ALLOWED = "up to 63 lower-case letters, digits and hyphens";

/**
 * The tag of an AMI that some environment may launch: no lifecycle rule touches an AMI that has it. Image Builder compares
 * key and value, so that the value is always the same.
 *
 * @see https://docs.aws.amazon.com/imagebuilder/latest/APIReference/API_LifecyclePolicyDetailExclusionRulesAmis.html
 */
export const APPROVED_TAG = { "golden-ami:approved": "true" };

/** An AMI's id. */
export const AMI_ID = /^ami-[0-9a-f]{8}(?:[0-9a-f]{9})?$/;

/** The SSM parameter that a pipeline writes each new AMI's id to: built and tested, not yet approved. */
export function candidateParameter(amiName: string): string {
  return `/golden-ami/${amiName}/candidate`;
}

/**
 * The SSM parameter that fleets launch from. A pipeline cannot write it: only an approval does.
 *
 * @param environment The environment that it is approved for, since two may share an account; without it, whoever reads the
 *   parameter.
 */
export function approvedParameter(amiName: string, environment?: string): string {
  return ["/golden-ami", amiName, environment, "approved"].filter((part) => part !== undefined).join("/");
}

/** The parameters of every approved AMI, as a pattern in which `*` stands for any text without a slash. */
export const APPROVED_PARAMETERS = approvedParameter("*");

/**
 * The image id that makes EC2 look up the AMI in a parameter each time it launches an instance.
 *
 * @param parameter The parameter's name or ARN, or a pattern of such names.
 * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/using-systems-manager-parameters.html
 */
export function imageInParameter(parameter: string): string {
  return `resolve:ssm:${parameter}`;
}

/**
 * The image id of an approved AMI, so that an approval moves a fleet without a deployment.
 *
 * @param amiName The golden AMI's name, such as `web`.
 */
export function approvedImage(amiName: string): string {
  return imageInParameter(approvedParameter(amiName));
}
