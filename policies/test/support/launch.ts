import { AwsType } from "../../model/types";
import type { Registration } from "./pack";

/** A launch template of the program, which is judged by itself, and passes. */
export const TEMPLATE: Registration = {
  type: AwsType.LaunchTemplate,
  name: "template",
  inputs: { name: "web", monitoring: { enabled: true }, iamInstanceProfile: { name: "web" } },
};

/** What makes an instance pass that says nothing, if {@link TEMPLATE} is there. */
export const FOLLOWS = {
  "one that leaves it to the launch template of the program": { launchTemplate: { name: "web", version: "$Latest" } },
};
