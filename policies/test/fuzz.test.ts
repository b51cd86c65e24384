import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { Group } from "../model/levels";
import { defineRule, type Rule } from "../model/rule";
import { EVERY_TYPE } from "../model/types";
import { rules as all } from "../rules";
import { bagFor } from "./support/bags";
import { diagnose, UNKNOWN_VALUE, type Diagnosis, type Registration, type RuleSettings } from "./support/pack";
import { SEED } from "./support/seed";

/** How many bags are judged; `npm run fuzz` judges ten times as many. */
const BAGS = Number(process.env["FUZZ_BAGS"] ?? 1000);

/** How many resources a program has. */
const PROGRAM = 20;

/** What stopped a rule; the pack itself says no more of it than its kind, because it may hold a secret. */
const thrown: unknown[] = [];

/** Every rule, and what stops it is kept. */
const rules = all.map((rule): Rule => ({
  ...rule,
  judge: (...args) => {
    try {
      return rule.judge(...args);
    } catch (error) {
      thrown.push(error);
      throw error;
    }
  },
}));

/** Every type that a rule names, to judge or to take evidence from. */
const TYPES = [...new Set(rules.flatMap(({ types, evidence = [] }) => [...types, ...evidence]))]
  .filter((type) => type !== EVERY_TYPE)
  .sort();

const STOPPED = "The rule stopped with";

/** A rule that throws on whatever it is given, first of all rules and last. */
const throwing = [Group.Encryption, Group.Opinion].map((group, index) =>
  defineRule({
    name: `throws-${index}`,
    requires: "Nothing.",
    fix: "Nothing.",
    severity: "low",
    group,
    url: "",
    types: TYPES,
    ...(index === 0 && { evidence: [] }),
    judge: () => {
      throw new RangeError("a text that may be a secret");
    },
  }),
);

const NAMES = new Set([...rules, ...throwing].map(({ name }) => name));

/** Everything is said, failures and unknowns. */
function judged(judging: Rule[], program: Registration[]): Promise<Diagnosis[]> {
  const all = { enforcementLevel: "mandatory", onUnknown: "mandatory" };
  return diagnose(judging, program, Object.fromEntries(judging.map(({ name }): [string, RuleSettings] => [name, all])));
}

/** A program of resources of these types: each has any bag for inputs and for state, and may come of those before it. */
function programOf(types: string[]): fc.Arbitrary<Registration[]> {
  const resources = types.map((type, index) => {
    const earlier = types.map((_, other) => `r${other}`).slice(0, index);
    return fc.record({
      type: fc.constant(type),
      name: fc.constant(`r${index}`),
      inputs: bagFor(type),
      computed: fc.option(
        fc.dictionary(fc.constantFrom("id", "arn"), fc.constantFrom(UNKNOWN_VALUE, "arn:aws:x:::y/z")),
      ),
      links: fc.subarray(earlier.slice(-3)),
      protect: fc.boolean(),
      ignored: fc.boolean(),
    });
  });
  return fc.tuple(...resources).map((all) =>
    all.map(({ type, name, inputs, computed, links, protect, ignored }): Registration => {
      const names = Object.keys(inputs);
      return {
        type,
        name,
        inputs,
        state: { ...inputs, ...computed },
        sources: Object.fromEntries(names.slice(0, 3).map((input) => [input, links])),
        options: { protect, ignoreChanges: ignored ? names.slice(0, 2) : [] },
      };
    }),
  );
}

/** What is said, by rule: what stays unknown of a resource is one violation, each line with the name of its rule. */
function facts(said: Diagnosis[]): string[] {
  const all = said.flatMap(({ rule, resource, message }) =>
    message.split("\n").map((line) => {
      const [, other = "", rest = ""] = /^([a-z0-9-]+): (.*)$/.exec(line) ?? [];
      return NAMES.has(other) ? `${other} ${resource} ${rest}` : `${rule} ${resource} ${line}`;
    }),
  );
  return all.sort();
}

function ofRule(said: string[], { name }: Rule): string[] {
  return said.filter((fact) => fact.startsWith(`${name} `));
}

/** Judges a program by all rules, by all beside rules that throw, and by one alone. */
async function check(program: Registration[], alone: Rule): Promise<void> {
  const all = facts(await judged(rules, program));
  assert.deepEqual(thrown, []);
  const [first, last] = throwing as [Rule, Rule];
  const beside = facts(await judged([first, ...rules, last], program));
  const stops = beside.filter((fact) => fact.includes(STOPPED));
  assert.equal(stops.length, program.length * throwing.length, "a rule that throws is one violation");
  assert.doesNotMatch(stops.join(), /secret/);
  assert.deepEqual(
    beside.filter((fact) => !fact.includes(STOPPED)),
    all,
  );
  assert.deepEqual(facts(await judged([alone], program)), ofRule(all, alone));
}

describe("every rule, on bags of everything", () => {
  it("judges them all without an error, by itself as with all the others, and beside rules that throw", async function () {
    this.timeout(60_000 + BAGS * 100);
    for (let from = 0; from < BAGS; from += PROGRAM) {
      const types = Array.from({ length: PROGRAM }, (_, index) => TYPES[(from + index) % TYPES.length] ?? "");
      const judging = rules.filter((rule) => rule.types.some((type) => types.includes(type)));
      const seed = SEED + from;
      const [sample] = fc.sample(fc.tuple(programOf(types), fc.constantFrom(...judging)), { numRuns: 1, seed });
      try {
        await check(...(sample as [Registration[], Rule]));
      } catch (error) {
        throw new Error(`with FUZZ_SEED=${SEED}, after ${from} bags`, { cause: error });
      }
    }
  });
});
