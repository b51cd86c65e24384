import { readdirSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { parse } from "yaml";
import { type Place } from "@groundwork/core";
import { PromotionError } from "./errors";

/** Where an environment is and what it launches, as its stack's file says. */
export interface Environment {
  name: string;
  place: Place;
  /** The golden AMI that its fleets launch, and on which type of instance. */
  fleet?: { amiName: string; instanceType: string };
}

/** The environment whose pipelines build the AMIs. */
export const FACTORY = "shared";

const STACK_FILE = /^Pulumi\.([\w-]+)\.yaml$/;

/**
 * Reads the environments of a repository.
 *
 * @param root The repository's folder.
 * @throws {@link PromotionError} if a stack's file tells no account or no Region.
 */
export function readEnvironments(root: string): Map<string, Environment> {
  const folder = path.join(root, "stacks");
  const names = readdirSync(folder).flatMap((file) => STACK_FILE.exec(file)?.[1] ?? []);
  return new Map(names.map((name) => [name, readEnvironment(name, path.join(folder, `Pulumi.${name}.yaml`))]));
}

function readEnvironment(name: string, file: string): Environment {
  const { config } = parse(readFileSync(file, "utf8")) as { config?: Record<string, unknown> };
  const region = config?.["aws:region"];
  const [accountId] = (config?.["aws:allowedAccountIds"] as unknown[] | undefined) ?? [];
  if (typeof region !== "string" || typeof accountId !== "string") {
    throw new PromotionError(
      `stacks/${path.basename(file)} tells no aws:region or no quoted account in aws:allowedAccountIds; set both.`,
    );
  }
  const { amiName, instanceType } = (config?.["groundwork:fleet"] ?? {}) as Record<string, string | undefined>;
  const fleet = amiName === undefined || instanceType === undefined ? undefined : { amiName, instanceType };
  return { name, place: { accountId, region }, ...(fleet !== undefined && { fleet }) };
}

/**
 * An environment of a repository.
 *
 * @throws {@link PromotionError} if there is none of this name.
 */
export function environmentOf(environments: Map<string, Environment>, name: string): Environment {
  const found = environments.get(name);
  if (found === undefined) {
    const known = [...environments.keys()].join(", ");
    throw new PromotionError(`there is no environment "${name}"; name one of ${known}.`);
  }
  return found;
}
