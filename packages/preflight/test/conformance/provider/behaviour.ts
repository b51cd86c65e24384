import computeAndNetwork from "./behaviour/compute-and-network.json";
import imagesAndBackup from "./behaviour/images-backup-identity.json";
import loadBalancingAndStorage from "./behaviour/load-balancing-and-storage.json";
import { type Value } from "./values";

/** How AWS's provider treats the inputs of a type. A path joins names by dots; `[]` stands for each item of a list. */
export interface Behaviour {
  /** The file of the provider's source that says so. */
  source: string;
  /** The inputs whose change replaces the resource. */
  replacedBy?: string[];
  /** The inputs whose change replaces it under a condition, in words. */
  replacedWhen?: { [path: string]: string };
  /** The inputs that stay as they are where a program leaves them out. */
  keeps?: string[];
  /** The values of inputs that are left out. */
  defaults?: { [path: string]: Value };
  required?: string[];
  exactlyOneOf?: string[][];
  atLeastOneOf?: string[][];
  /** Inputs of which the first needs the others. */
  requiredWith?: string[][];
  /** Inputs of which at most one may be set. */
  conflicts?: string[][];
  /** The values that an input may have. */
  values?: { [path: string]: Value[] };
  /** The least and the most of an input: of its value, of its length in characters, or of its items. */
  ranges?: { [path: string]: { value?: number[]; length?: number[]; items?: number[] } };
  /** The lists whose order means nothing. */
  unordered?: string[];
}

const BEHAVIOURS = { ...computeAndNetwork, ...imagesAndBackup, ...loadBalancingAndStorage } as {
  [token: string]: Behaviour;
};

/** The tokens of all types that facts are known of. */
export const KNOWN_TOKENS = Object.keys(BEHAVIOURS);

/** What is known of a type, under either name of load balancing; `undefined` where nothing is. */
export function behaviourOf(token: string): Behaviour | undefined {
  return BEHAVIOURS[token.replace(/^aws:alb\//, "aws:lb/")];
}
