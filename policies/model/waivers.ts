import type { EnforcementLevel } from "@pulumi/policy";
import type { Resource } from "./resource";
import type { Rule } from "./rule";
import { fail, type Fact } from "./verdict";

/** Leave for a rule to be broken, by some resources and for some time. */
export interface Waiver {
  /** Where it stands, in a message: `waivers.yaml, line 12`. */
  place: string;
  rule: string;
  /** What it is for: one resource by its URN, or those of a type whose names match a pattern. */
  resources: { urn: string } | { type: string; name: string };
  /** The stacks in which it holds; everywhere if there are none. */
  environments: string[];
  reason: string;
  ticket: string;
  approver: string;
  /** The last day on which it holds, as YYYY-MM-DD. */
  expiry: string;
}

/** A file of waivers, read: those that are in order, and what is wrong with the others. */
export interface WaiverFile {
  waivers: Waiver[];
  mistakes: Fact[];
}

/** Which run of a program is judged. */
export interface Occasion {
  stack: string;
  /** Whether nothing is deployed. In a deployment, what a preview could not tell may turn out to be in order. */
  preview: boolean;
}

/** The waivers of one run. What they waive is still reported, and what is wrong with them, too. */
export class Waivers {
  private occasion: Occasion = { stack: "", preview: true };
  private readonly used = new Set<Waiver>();
  private readonly byRule = new Map<string, { waiver: Waiver; fits: (resource: Target) => boolean }[]>();

  /** @param today The day, as YYYY-MM-DD. */
  constructor(
    private readonly file: WaiverFile = { waivers: [], mistakes: [] },
    private readonly today: () => string = () => new Date().toISOString().slice(0, "YYYY-MM-DD".length),
  ) {
    for (const waiver of file.waivers) {
      const known = this.byRule.get(waiver.rule) ?? [];
      this.byRule.set(waiver.rule, [...known, { waiver, fits: fitting(waiver.resources) }]);
    }
  }

  /** Begins a run. */
  begin(occasion: Occasion): void {
    this.occasion = occasion;
    this.used.clear();
  }

  /** The waiver of a rule for a resource, if there is one that holds. */
  find(rule: Rule, resource: Target): Waiver | undefined {
    const fitting =
      this.byRule.get(rule.name)?.filter(({ waiver, fits }) => this.holds(waiver) && fits(resource)) ?? [];
    fitting.forEach(({ waiver }) => this.used.add(waiver));
    return fitting[0]?.waiver;
  }

  /** What is wrong with the waivers, as far as it shows before the program has run. */
  mistakes(): Fact[] {
    const expired = this.file.waivers.filter((waiver) => this.isMeant(waiver) && this.isExpired(waiver));
    return [
      ...this.file.mistakes,
      ...expired.map((waiver) =>
        mistake(
          waiver,
          `expired on ${waiver.expiry}; mend what it is for and remove it, or have it approved again and set expiry to a later day`,
        ),
      ),
    ];
  }

  /** The waivers that have waived nothing, though their rules are enabled. */
  unused(isEnabled: (rule: string) => boolean): Fact[] {
    return this.file.waivers
      .filter((waiver) => this.occasion.preview && this.holds(waiver) && isEnabled(waiver.rule))
      .filter((waiver) => !this.used.has(waiver))
      .map((waiver) =>
        mistake(
          waiver,
          `waives nothing in ${this.occasion.stack || "this stack"}; remove it, correct what it is for, or name the stacks that need it in environment`,
        ),
      );
  }

  private holds(waiver: Waiver): boolean {
    return this.isMeant(waiver) && !this.isExpired(waiver);
  }

  private isMeant({ environments }: Waiver): boolean {
    return environments.length === 0 || environments.includes(this.occasion.stack);
  }

  private isExpired({ expiry }: Waiver): boolean {
    return expiry < this.today();
  }
}

/** What a waiver is compared with. */
type Target = Pick<Resource, "urn" | "type" | "name">;

function fitting(wanted: Waiver["resources"]): (resource: Target) => boolean {
  if ("urn" in wanted) {
    return ({ urn }) => urn === wanted.urn;
  }
  const parts = wanted.name.split("*").map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  const pattern = new RegExp(`^${parts.join("[^]*")}$`);
  return ({ type, name }) => type === wanted.type && pattern.test(name);
}

function mistake({ place, rule, resources }: Waiver, what: string): Fact {
  const whom = "urn" in resources ? resources.urn : `${resources.type} "${resources.name}"`;
  return fail(place, `${place}: the waiver of ${rule} for ${whom} ${what}.`);
}

/**
 * The line that stands in the message of what is waived. Pulumi's protocol has no place for it, so `preflight` reads it
 * there, of packs that say by their tag that they write it.
 */
export function waivedLine({ expiry, approver, ticket, reason }: Waiver, level: EnforcementLevel): string {
  return `Waived (else ${level}) until ${expiry} by ${approver} (${ticket}): ${reason}`;
}

/** The tag of a pack that writes such lines. */
export const WAIVING = "preflight:waives";
