import * as pulumi from "@pulumi/pulumi";
import { Checks, type Place, REGION } from "@groundwork/core";
import { listOf, text, unknownKeys, type Fields, type ReadAll } from "./fields";

/** What every stack says about where it is deployed, in AWS's own keys, so that it is said once. */
export interface Placed {
  /**
   * The Region is that of `aws:region`, the account that of `aws:allowedAccountIds`: the provider refuses to deploy to any
   * other. The partition follows.
   */
  place: Place;
}

/** A Region. */
export const region = text(REGION, "an AWS Region", "write it like eu-west-1");

/** An account. */
export const account = text(/^\d{12}$/, "an AWS account id of twelve digits", "copy it from the console, and quote it");

const accountIds = listOf(account, 1, 1);

/**
 * Reads the stack's configuration.
 *
 * @param fields The keys of the project's own namespace.
 * @throws ConfigError with every key that is wrong, missing or unknown.
 */
export function readConfig<F extends Fields>(fields: F): Placed & ReadAll<F> {
  const namespace = `${pulumi.getProject()}:`;
  const checks = new Checks("Stack", pulumi.getStack());
  const config = pulumi.runtime.allConfig();
  const valueOf = (key: string): unknown => parse(config[key]);

  const place = {
    region: region(valueOf("aws:region"), "aws:region", checks),
    accountId: accountIds(valueOf("aws:allowedAccountIds"), "aws:allowedAccountIds", checks)?.[0],
  };
  const known = Object.keys(fields).map((key) => namespace + key);
  const given = Object.keys(config).filter((key) => key.startsWith(namespace));
  unknownKeys(given, known).forEach((key) => {
    checks.problem(`${key} is unknown; this stack takes ${known.join(", ")}: correct or remove it.`);
  });
  const own = Object.entries(fields).map(([key, field]) => [
    key,
    field(valueOf(namespace + key), namespace + key, checks),
  ]);
  checks.done();
  return { place, ...Object.fromEntries(own) } as Placed & ReadAll<F>;
}

/** Undoes Pulumi's encoding, in which lists and maps are JSON and everything else is text. */
function parse(value: string | undefined): unknown {
  if (value === undefined || !/^\s*[[{]/.test(value)) {
    return value;
  }
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
