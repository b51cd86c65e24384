import * as assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import * as path from "node:path";
import * as fc from "fast-check";
import { rules } from "../rules";
import type { Rule } from "../model/rule";
import { bagFor, bagOfInputs } from "./support/bags";
import { remediate, UNKNOWN_VALUE } from "./support/pack";
import "./support/seed";
import { failingCases, inputsOf, registration, verdicts, type FailingCase } from "./support/table";

const RULES = path.join(__dirname, "rules");
const load = createRequire(__filename);
for (const file of readdirSync(RULES, { recursive: true, encoding: "utf8" })) {
  if (file.endsWith(".test.ts")) {
    load(path.join(RULES, file));
  }
}

const correcting = rules.filter((rule) => rule.remediate !== undefined);
const corrected = failingCases.filter(({ remediated }) => remediated !== undefined);

/** The inputs of which no case of a rule says anything. */
function siblings({ rule, type = rule.types[0] ?? "" }: FailingCase): string[] {
  const cases = failingCases.filter((item) => item.rule === rule);
  const used = cases.flatMap(({ fails, passes }) => [fails, ...Object.values(passes)].flatMap(Object.keys));
  return [...inputsOf(type)].filter((name) => !used.includes(name) && !(rule.guards ?? []).includes(name));
}

/** Every secret in a value, with where it stands. */
function secretsIn(value: unknown, at = ""): string[] {
  if (typeof value !== "object" || value === null) {
    return [];
  }
  const own = "4dabf18193072939515e22adb298388d" in value ? [`${at} ${JSON.stringify(value)}`] : [];
  return [...own, ...Object.entries(value).flatMap(([key, item]) => secretsIn(item, `${at}.${key}`))];
}

/** As values go over the wire: a field that is not set is not there, and fields have no order. */
function onWire(value: object): unknown {
  const sorted = (_key: string, item: unknown) =>
    typeof item === "object" && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([one], [other]) => (one < other ? -1 : 1)))
      : item;
  return JSON.parse(JSON.stringify(value, sorted));
}

/** Whether a secret has the same text as what is corrected: as a copy of that secret, the correction is refused. */
function looksCopied(secrets: string[], corrected: object): boolean {
  const texts = (json: string): string[] => json.match(/"[^"]*"/g) ?? [];
  const written = texts(JSON.stringify(corrected));
  return secrets.flatMap(texts).some((text) => written.includes(text));
}

describe("every remediation", () => {
  it("has a case that shows it, in the table of its rule or by itself", () => {
    const files = readdirSync(RULES, { recursive: true, encoding: "utf8" });
    const byItself = ({ name }: Rule) => {
      const test = files.find((file) => path.basename(file) === `${name}.test.ts`) ?? "";
      return readFileSync(path.join(RULES, test), "utf8").includes('describe("as a remediation"');
    };
    assert.ok(correcting.length > 0);
    assert.deepEqual(
      correcting
        .filter((rule) => !corrected.some((item) => item.rule === rule) && !byItself(rule))
        .map(({ name }) => name),
      [],
    );
  });

  it("makes a resource pass, and changes nothing beside, whatever is secret or unknown there", async () => {
    const cases = fc
      .constantFrom(...corrected)
      .chain((item) => fc.tuple(fc.constant(item), bagOfInputs(item.type ?? item.rule.types[0] ?? "", siblings(item))));
    await fc.assert(
      fc.asyncProperty(cases, async ([item, others]) => {
        const { rule, fails, remediated = {} } = item;
        fc.pre(!looksCopied(secretsIn(others), remediated));
        const before = registration(rule, item, { ...others, ...fails });
        const after = await remediate(rule, before);
        assert.ok(typeof after === "object" && after !== null, rule.name);
        assert.deepEqual(onWire(after), onWire({ ...others, ...remediated }), rule.name);
        assert.deepEqual(await verdicts(rule, item, { ...others, ...remediated }), [], rule.name);
      }),
      { numRuns: 300 },
    );
  });

  it("leaves every secret a secret and every other input as it is, whatever a resource holds", async () => {
    const any = fc
      .constantFrom(...correcting.flatMap((rule) => rule.types.map((type): [Rule, string] => [rule, type])))
      .chain(([rule, type]) => fc.tuple(fc.constant(rule), fc.constant(type), bagFor(type)));
    await fc.assert(
      fc.asyncProperty(any, async ([rule, type, inputs]) => {
        const after = (await remediate(rule, { type, name: "it", inputs })) as Record<string, unknown> | undefined;
        const kept = (bag: object) => Object.entries(bag).filter(([name]) => !(rule.guards ?? []).includes(name));
        if (after !== undefined) {
          assert.deepEqual(
            onWire(Object.fromEntries(kept(after))),
            onWire(Object.fromEntries(kept(inputs))),
            rule.name,
          );
          const outside = (bag: object) => secretsIn(onWire(Object.fromEntries(kept(bag)))).sort();
          assert.deepEqual(outside(after), outside(inputs));
          assert.ok(secretsIn(onWire(after)).length >= secretsIn(onWire(inputs)).length, rule.name);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("that throws leaves the resource as it was, though it has changed something before", async () => {
    for (const item of corrected) {
      const throwing: Rule = {
        ...item.rule,
        remediate: (...args) => {
          item.rule.remediate?.(...args);
          throw new RangeError("too late");
        },
      };
      assert.equal(await remediate(throwing, registration(throwing, item, { ...item.fails })), undefined);
    }
  });

  it("is not tried where its rule is another's type", async () => {
    for (const { rule, fails } of corrected) {
      const bucket = { type: "aws:s3/bucket:Bucket", name: "it", inputs: { ...fails, region: UNKNOWN_VALUE } };
      assert.equal(await remediate(rule, bucket), undefined, rule.name);
    }
  });
});
