import { AMI_NAME, AMI_NAME_ALLOWED, checkPlace, Checks } from "@groundwork/core";
import { checkAmiId } from "./ami-id";
import { type ApprovedAmiParameterArgs } from "./approved-ami-parameter-args";

/**
 * Checks the arguments of the parameter of an approved AMI.
 *
 * @throws ConfigError with every mistake.
 */
export function checkApprovedAmiParameter(name: string, args: ApprovedAmiParameterArgs): void {
  const checks = new Checks("ApprovedAmiParameter", name);
  checkPlace(checks, args.place);
  checks.matches("amiName", args.amiName, AMI_NAME, AMI_NAME_ALLOWED, "use the golden AMI's name, not its id");
  checks.matches("environment", args.environment, AMI_NAME, AMI_NAME_ALLOWED, "write it like dev");
  checkAmiId(checks, "amiId", args.amiId);
  checks.done();
}
