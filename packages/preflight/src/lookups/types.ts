import { type Json } from "../document";

/** An object of plain JSON; the SDK's markers (for secrets and assets) pass through as they are. */
export type JsonObject = { [key: string]: Json };

/** Which calls an entry answers, beside its arguments or its id: what is absent, it answers for all. */
export interface EntryScope {
  /** The Regions, in the file's key `region`. */
  regions?: string[];
  /** The names of the providers, in the file's key `provider`; {@link DEFAULT_PROVIDER} is one. */
  providers?: string[];
}

/** The recorded answer to a data-source call. */
export interface InvokeEntry extends EntryScope {
  /** The function's token, as `aws:ec2/getAmi:getAmi`. */
  token: string;
  /** The arguments it answers for; keys that are left out, or all of them, fit anything. */
  args: JsonObject;
  /** What the function returned; `null` where it is still to be filled in. */
  result: JsonObject | null;
}

/** The recorded state of a resource that the program reads with `.get`. */
export interface ReadEntry extends EntryScope {
  type: string;
  id: string;
  /** The resource's properties; `null` where they are still to be filled in. */
  state: JsonObject | null;
}

/** What a look-ups file holds. */
export interface LookupsContent {
  invokes: InvokeEntry[];
  /** The outputs of other stacks, by name; `null` where they are still to be filled in. */
  stackReferences: Map<string, JsonObject | null>;
  reads: ReadEntry[];
}

/** The name that stands for the provider which Pulumi uses where the program names none. */
export const DEFAULT_PROVIDER = "default";

/** Where a call goes: its provider, and the Region in which that works. */
export interface CallSite {
  /** The provider's name, or {@link DEFAULT_PROVIDER}. */
  provider: string;
  /** The provider's configuration. */
  config: JsonObject;
  /** The call's own Region, else its provider's; absent where neither names one, or it is known only after deployment. */
  region?: string;
}

/** What a program asked of the world outside it. */
export type LookupRequest =
  | { kind: "invoke"; token: string; args: JsonObject; site: CallSite }
  | { kind: "stackReference"; name: string }
  | { kind: "read"; type: string; id: string; site: CallSite };

/** A look-up that a program asked for, and what it owes to placeholders. */
export interface AskedLookup {
  request: LookupRequest;
  /** Why there is no recorded answer; absent where there is one. */
  missing?: string;
  /** Whether the program had been given a placeholder before: with the answer it may ask for something else. */
  afterPlaceholder: boolean;
  /** The functions whose placeholders the request holds: with their results it is another one. */
  from: string[];
}

/**
 * The answer to a look-up: the value, or why there is none and what to do.
 *
 * A computed value needs no entry. A refused call is a mistake of the program, which no entry mends.
 */
export type LookupAnswer =
  { found: true; value: JsonObject; computed?: true } | { found: false; message: string; refused?: true };
