import { arn, type Place } from "@groundwork/core";
import { systemOf } from "./operating-system";
import { NEWEST } from "./parent-image";
import { type RecipeArgs } from "./recipe-args";

/** A component that AWS manages, in the form that a recipe takes. */
export interface ManagedComponent {
  componentArn: string;
  parameters?: { name: string; value: string }[];
}

/** Those that come before all others: what follows is installed on an updated system. */
export function firstComponents(args: RecipeArgs): ManagedComponent[] {
  return [
    ...(args.updateOperatingSystem === false ? [] : [componentOf(args, "update")]),
    ...(args.cloudWatchAgent === true ? [componentOf(args, "amazon-cloudwatch-agent")] : []),
  ];
}

/** Those that come after all others: hardening closes what an installation might need. */
export function lastComponents(args: RecipeArgs): ManagedComponent[] {
  return args.hardening === undefined
    ? []
    : [{ ...componentOf(args, "stig-build"), parameters: [{ name: "Level", value: args.hardening }] }];
}

/** The component of a family that is for the AMI's operating system. */
function componentOf(args: RecipeArgs, family: string): ManagedComponent {
  return { componentArn: managedComponentArn(args.place, `${family}-${systemOf(args).platform.toLowerCase()}`) };
}

/** The ARN of a component that AWS manages. */
export function managedComponentArn(place: Place, name: string, version = NEWEST): string {
  return arn(place, {
    service: "imagebuilder",
    region: place.region,
    accountId: "aws",
    resource: `component/${name}/${version}`,
  });
}
