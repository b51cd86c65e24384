import { PreflightError } from "../errors";
import { type PolicyPackSource } from "./types";

/** Reads a policy pack's PulumiPolicy.yaml and the configuration file that goes with it. */
export function loadPolicyPack(directory: string, configFile?: string): PolicyPackSource {
  throw new PreflightError("configuration", `${directory} ${configFile}`);
}
