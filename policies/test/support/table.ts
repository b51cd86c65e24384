import * as assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import * as path from "node:path";
import type { Rule } from "../../model/rule";
import { judge, remediate, UNKNOWN_VALUE, type Registration, type RuleSettings } from "./pack";

type Inputs = Record<string, unknown>;

/** What a rule says of one resource, and what it takes to pass. */
export interface Case {
  /** The sentence of the failure, with the reason: "fails an instance that …". */
  it: string;
  /** The resource's type; the rule's first unless given. */
  type?: string;
  /** The smallest inputs that fail. */
  fails: Inputs;
  /** What is said of them, in whole sentences; "(end)" behind what is said once the program has run. */
  messages: string[];
  /** By a sentence, the one input that is other and makes the resource pass; `undefined` takes it away. */
  passes: Record<string, Inputs>;
  /** By a sentence, resources whose presence makes it pass. Refer to the resource by its name, "it". */
  passesWith?: Record<string, Registration[]>;
  /** Whether an unknown in place of what passes still fails, because what is left is wrong by itself. */
  failsUnknown?: boolean;
  /** Further resources of the program, registered before. */
  others?: Registration[];
  /** Further resources of the program, registered after. */
  later?: Registration[];
  /** More of the resource than its inputs. */
  more?: Partial<Registration>;
  /** The rule's configuration; its level and its `onUnknown` are the table's. */
  settings?: RuleSettings;
  /** The inputs after the rule's remediation, if it has one. */
  remediated?: Inputs;
}

/** A failing case, with its rule. */
export interface FailingCase extends Case {
  rule: Rule;
}

/** Every failing case of every rule whose tests are loaded. */
export const failingCases: FailingCase[] = [];

/** Tests a rule by a table: each failing case with its passing variants, with unknowns, and as another type. */
export function describeRule(rule: Rule, cases: Case[]): void {
  failingCases.push(...cases.map((item) => ({ ...item, rule })));
  describe(rule.name, () => {
    for (const item of cases) {
      describe(item.it, () => describeCase(rule, item));
    }
    it("leaves other types alone", async () => {
      for (const item of cases) {
        assert.deepEqual(await verdicts(rule, { ...item, type: "random:index/randomPet:RandomPet" }, item.fails), []);
      }
    });
    it("reads only inputs that the provider has", () => {
      for (const { type = rule.types[0] ?? "", fails, passes } of cases) {
        const known = inputsOf(type);
        const used = [fails, ...Object.values(passes)].flatMap((inputs) => Object.keys(inputs));
        assert.deepEqual(
          used.filter((name) => !known.has(name)),
          [],
          type,
        );
      }
    });
  });
}

function describeCase(rule: Rule, item: Case): void {
  const { fails, messages, passes, passesWith = {}, failsUnknown = false, remediated } = item;

  it("says what is wrong, and nothing else", async () => {
    assert.deepEqual(
      await verdicts(rule, item, fails),
      messages.map((message) => `mandatory it: ${message}`),
    );
  });

  for (const [sentence, change] of Object.entries(passes)) {
    it(`passes ${sentence}`, async () => {
      assert.equal(Object.keys(change).length, 1, "a passing case differs in one input");
      assert.deepEqual(await verdicts(rule, item, { ...fails, ...change }), []);
    });
  }

  for (const [sentence, others] of Object.entries(passesWith)) {
    it(`passes ${sentence}`, async () => assert.deepEqual(await verdicts(rule, item, fails, others), []));
  }

  const decisive = [...new Set(Object.values(passes).flatMap((change) => Object.keys(change)))];
  for (const input of decisive) {
    it(`${failsUnknown ? "still fails" : "cannot tell"} where ${input} is unknown`, async () => {
      const lines = await verdicts(rule, item, { ...fails, [input]: UNKNOWN_VALUE });
      const levels = new Set(lines.map((line) => line.split(" ")[0]));
      assert.deepEqual([...levels], [failsUnknown ? "mandatory" : "advisory"]);
    });
  }

  if (remediated !== undefined) {
    it("is remediated", async () => {
      assert.deepEqual(await remediate(rule, registration(rule, item, fails)), remediated);
      assert.deepEqual(await verdicts(rule, item, remediated), []);
    });
  }
}

/** The resource of a case, under the name "it". */
export function registration(rule: Rule, item: Case, inputs: Inputs): Registration {
  const given = Object.entries(inputs).filter(([, value]) => value !== undefined);
  return { type: item.type ?? rule.types[0] ?? "", name: "it", inputs: Object.fromEntries(given), ...item.more };
}

/** What a rule says of a case whose resource has these inputs. Levels are mandatory, and unknowns advisory. */
export function verdicts(rule: Rule, item: Case, inputs: Inputs, more: Registration[] = []): Promise<string[]> {
  const resources = [...(item.others ?? []), registration(rule, item, inputs), ...(item.later ?? []), ...more];
  const settings = { ...item.settings, enforcementLevel: "mandatory", onUnknown: "advisory" };
  return judge([rule], resources, { [rule.name]: settings });
}

const SDK = path.dirname(require.resolve("@pulumi/aws/package.json"));
const known = new Map<string, Set<string>>();

/** The inputs of a type, as the declarations of @pulumi/aws have them; loading its code would cost half a second. */
export function inputsOf(type: string): Set<string> {
  const found = known.get(type);
  if (found !== undefined) {
    return found;
  }
  const [, module = "", file = "provider"] = /^aws:(\w+)\/(\w+):\w+$/.exec(type) ?? [];
  const declarations = path.join(SDK, module, `${file}.d.ts`);
  assert.ok(existsSync(declarations), `@pulumi/aws has no ${type}`);
  const [, args = ""] = /\nexport interface \w+Args \{\n([^]*?)\n\}/.exec(readFileSync(declarations, "utf8")) ?? [];
  const names = new Set([...args.matchAll(/^ {4}(\w+)\??:/gm)].map(([, name = ""]) => name));
  known.set(type, names);
  return names;
}
