import * as fc from "fast-check";

/** Where random cases begin: at the same place in each run, unless told otherwise; `npm run fuzz` begins anew each time. */
export const SEED = Number(process.env["FUZZ_SEED"] ?? (process.env["FUZZ_BAGS"] === undefined ? 1 : Date.now() % 1e9));

fc.configureGlobal({ seed: SEED });
