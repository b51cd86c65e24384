import * as assert from "node:assert/strict";
import { compute } from "../../../src/lookups/functions";
import { DEFAULT_PROVIDER, type CallSite, type JsonObject } from "../../../src/lookups";

/** A call through the default provider of a Region. */
export function at(region: string, config: JsonObject = {}): CallSite {
  return { provider: DEFAULT_PROVIDER, config: { region, ...config }, region };
}

/** A call of which no Region is known. */
export const NOWHERE: CallSite = { provider: DEFAULT_PROVIDER, config: {} };

/** The answer that is computed for a call. */
export function answer(token: string, args: JsonObject, site: CallSite = NOWHERE): JsonObject {
  const computed = compute(token, args, site);
  assert.ok(computed !== undefined && "value" in computed, JSON.stringify(computed));
  return computed.value;
}

/** Why a call is refused. */
export function refusal(token: string, args: JsonObject, site: CallSite = NOWHERE): string {
  const computed = compute(token, args, site);
  assert.ok(computed !== undefined && "refused" in computed, JSON.stringify(computed));
  return computed.refused;
}

/** Why a call has no computed answer. */
export function undetermined(token: string, args: JsonObject, site: CallSite = NOWHERE): string {
  const computed = compute(token, args, site);
  assert.ok(computed !== undefined && "undetermined" in computed, JSON.stringify(computed));
  return computed.undetermined;
}
