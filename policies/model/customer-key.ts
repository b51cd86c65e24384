import { fieldOf, mustHold, type Subject } from "./facts";
import type { Program } from "./program";
import { UNKNOWN } from "./reading";
import type { Resource } from "./resource";
import { pass, Verdict, type Fact } from "./verdict";

/** The types of keys, and of names for them, that a program can make: all are the customer's own. */
export const CUSTOMER_KEYS = [
  "aws:kms/key:Key",
  "aws:kms/alias:Alias",
  "aws:kms/externalKey:ExternalKey",
  "aws:kms/replicaKey:ReplicaKey",
  "aws:kms/replicaExternalKey:ReplicaExternalKey",
];

/** The aliases of the keys that AWS manages: nobody can say who may use one, or share what it encrypts. */
const AWS_MANAGED = /(^|:)alias\/aws\//;

/** The names of such keys that a message may repeat. */
const AWS_MANAGED_KEYS = ["backup", "ebs", "imagebuilder", "s3", "sns"].map((service) => `alias/aws/${service}`);

/**
 * A field must name a key of the customer's own. A key that is known only at deployment is one if all that its id comes
 * from are keys of the program.
 */
export function mustBeCustomerKey(resource: Resource, on: Subject, path: string, program: Program): Fact {
  const field = fieldOf(on, path);
  const fact = mustHold(on, path, (key) => !AWS_MANAGED.test(String(key)), {
    known: AWS_MANAGED_KEYS,
    change: "set it to the ARN of a customer-managed key.",
  });
  return fact.verdict === Verdict.Unknown && isMadeHere(resource, field, program) ? pass(field) : fact;
}

function isMadeHere(resource: Resource, field: string, program: Program): boolean {
  const [input = field] = field.split(/[.[]/);
  const sources = program.sources(resource, input, CUSTOMER_KEYS);
  return sources !== UNKNOWN && sources.length > 0 && sources.every(({ type }) => CUSTOMER_KEYS.includes(type));
}
