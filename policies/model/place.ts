import { ownAccounts } from "./foreign-accounts";
import { UNKNOWN, type Unknown } from "./reading";
import { regionOf, type Resource } from "./resource";

/** A Region, and an account. Either may be left open. */
export interface Place {
  region?: string;
  accountId?: string;
}

/**
 * Whether a resource is in a place. Where nothing tells its account, any may be its: an id is of one Region, and other
 * accounts see what it names only if its owner shares that.
 */
export function isAt({ region, accountId }: Place, resource: Resource): boolean | Unknown {
  const own = ownAccounts(resource);
  if (accountId !== undefined && own.length > 0 && !own.includes(accountId)) {
    return false;
  }
  const of = regionOf(resource);
  return region === undefined || (typeof of === "string" ? of === region : UNKNOWN);
}
