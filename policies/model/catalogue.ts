import type { PolicyConfigJSONSchema } from "@pulumi/policy/schema";
import { ACCOUNT_PATTERN, AMI_ID, REGION_PATTERN } from "./config";
import { anyOf } from "./facts";
import { isAt, type Place } from "./place";
import type { Unknown } from "./reading";
import type { Resource } from "./resource";

/** An AMI of the catalogue, as a configuration has it. Dates are `YYYY-MM-DD`, in UTC. */
export interface ListedAmi extends Place {
  id: string;
  created: string;
  /** The last day of its approval. */
  expires: string;
  deprecated?: string;
}

export interface CatalogueConfig {
  catalogue: ListedAmi[];
}

const DATE: PolicyConfigJSONSchema = { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" };

export const CATALOGUE_CONFIG: Record<string, PolicyConfigJSONSchema> = {
  catalogue: {
    type: "array",
    items: {
      type: "object",
      properties: {
        id: { type: "string", pattern: `^${AMI_ID}$` },
        region: { type: "string", pattern: REGION_PATTERN },
        accountId: { type: "string", pattern: ACCOUNT_PATTERN },
        created: DATE,
        expires: DATE,
        deprecated: DATE,
      },
      required: ["id", "region", "accountId", "created", "expires"],
      additionalProperties: false,
    },
    default: [],
    description: "The catalogue of approved AMIs, as `npm run config` writes it from stacks/approved-amis.yaml",
  },
};

/** The entries of the catalogue for an AMI. */
export function entriesOf({ catalogue }: CatalogueConfig, id: string): ListedAmi[] {
  return catalogue.filter((entry) => entry.id === id);
}

/** Whether the catalogue approves of an AMI where a resource is. */
export function approves(config: CatalogueConfig, id: string, resource: Resource): boolean | Unknown {
  return anyOf(...entriesOf(config, id).map((entry) => !isOver(entry.expires) && isAt(entry, resource)));
}

/** Whether a day is over. */
export function isOver(day: string): boolean {
  return day < today();
}

/** The day that it is, in UTC. */
export function today(): string {
  return new Date().toISOString().slice(0, DAY_LENGTH);
}

const DAY_LENGTH = 10;
