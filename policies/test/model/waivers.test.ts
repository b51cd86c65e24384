import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import type { Waiver } from "../../model/waivers";
import { Waivers } from "../../model/waivers";
import { rules } from "../../rules";
import keyIsEnabled from "../../rules/kms/key-is-enabled";
import keyRotates from "../../rules/kms/key-rotates";
import volumeIsEncrypted from "../../rules/ebs/volume-is-encrypted";
import waiversAreValid from "../../rules/engine/waivers-are-valid";
import { diagnose, judge, remediate, UNKNOWN_VALUE } from "../support/pack";
import type { Occurrence, Registration, RuleSettings } from "../support/pack";
import "../support/seed";

const VOLUME = "aws:ebs/volume:Volume";
const KEY = "aws:kms/key:Key";
const CHANGE = "encrypted is false; set it to true.";
const LINE = "Waived (else mandatory) until 2026-06-30 by Jane Doe (SEC-12): public data only";

/** The stack itself, at which the waivers are judged. */
const stack: Registration = { type: "pulumi:pulumi:Stack", name: "shop-dev", inputs: {}, provider: "" };

function volume(name: string, inputs: Registration["inputs"] = { encrypted: false }): Registration {
  return { type: VOLUME, name, inputs };
}

function waiver(changes: Partial<Waiver> = {}): Waiver {
  return {
    place: "waivers.yaml, line 1",
    rule: "volume-is-encrypted",
    resources: { type: VOLUME, name: "data" },
    environments: [],
    reason: "public data only",
    ticket: "SEC-12",
    approver: "Jane Doe",
    expiry: "2026-06-30",
    ...changes,
  };
}

/** What is said of resources with these waivers on the 30th of June. */
function said(
  waivers: Waiver[],
  resources: Registration[],
  {
    settings = {},
    today = "2026-06-30",
    ...occurrence
  }: Occurrence & { settings?: Record<string, RuleSettings>; today?: string } = {},
): Promise<string[]> {
  const some = [volumeIsEncrypted, keyRotates, waiversAreValid];
  const read = new Waivers({ waivers, mistakes: [] }, () => today);
  return judge(some, [stack, ...resources], settings, { waivers: read, ...occurrence });
}

describe("a waiver", () => {
  it("makes a failure advice that says by whom, why and until when it is waived", async () => {
    assert.deepEqual(await said([waiver()], [volume("data")]), [`advisory data: ${LINE}\n${CHANGE}`]);
  });

  it("holds to the end of its last day, and is complained of from the next, before anything else is made", async () => {
    assert.deepEqual(await said([waiver()], [volume("data")], { today: "2026-07-01" }), [
      `mandatory shop-dev: waivers.yaml, line 1: the waiver of volume-is-encrypted for ${VOLUME} "data" expired on 2026-06-30; mend what it is for and remove it, or have it approved again and set expiry to a later day.`,
      `mandatory data: ${CHANGE}`,
    ]);
  });

  const patterns: [pattern: string, name: string, fits: boolean][] = [
    ["data", "data", true],
    ["data", "data-2", false],
    ["data", "my-data", false],
    ["data-*", "data-2", true],
    ["data-*", "data-", true],
    ["*", "data", true],
    ["*-data-*", "my-data-2", true],
    ["*-data-*", "my-data", false],
    ["d.ta", "data", false],
    ["data?", "dat", false],
    ["a*b*c", "aXbYc", true],
  ];
  for (const [name, resource, fits] of patterns) {
    it(`for ${name} ${fits ? "waives" : "does not waive"} ${resource}`, async () => {
      const lines = await said([waiver({ resources: { type: VOLUME, name } })], [volume(resource)]);
      assert.equal(lines[0]?.startsWith("advisory"), fits);
    });
  }

  it("for a URN waives that resource alone", async () => {
    const lines = await said([waiver({ resources: { urn: "data" } })], [volume("data"), volume("other")]);
    assert.deepEqual(lines, [`advisory data: ${LINE}\n${CHANGE}`, `mandatory other: ${CHANGE}`]);
  });

  it("for some stacks holds in those, and is neither used, unused nor expired in another", async () => {
    const some = waiver({ environments: ["staging", "dev"] });
    assert.deepEqual(await said([some], [volume("data")]), [`advisory data: ${LINE}\n${CHANGE}`]);
    const elsewhere = { stack: "prod", today: "2027-01-01" };
    assert.deepEqual(await said([some], [volume("data")], elsewhere), [`mandatory data: ${CHANGE}`]);
  });

  it("waives what is not known, in a line of its own that says what it would be worth", async () => {
    const unknown = [volume("data", { encrypted: UNKNOWN_VALUE }), volume("other", { encrypted: UNKNOWN_VALUE })];
    for (const onUnknown of ["advisory", "mandatory"]) {
      const lines = await said([waiver()], unknown, { settings: { "volume-is-encrypted": { onUnknown } } });
      const line = LINE.replace("mandatory", onUnknown);
      assert.equal(lines.length, 2);
      assert.ok(lines[0]?.startsWith(`advisory data: ${line}\nencrypted is known only at deployment`), lines[0]);
      assert.ok(lines[1]?.startsWith(`${onUnknown} other: encrypted is known only at deployment`), lines[1]);
    }
  });

  it("waives what several rules do not know of a resource each by itself", async () => {
    const key = { type: KEY, name: "data", inputs: { enableKeyRotation: UNKNOWN_VALUE, isEnabled: UNKNOWN_VALUE } };
    const about = [keyRotates, keyIsEnabled].map(({ name }) => waiver({ rule: name, resources: { urn: "data" } }));
    const waivers = new Waivers({ waivers: about, mistakes: [] }, () => "2026-06-30");
    const enabled = Object.fromEntries(about.map(({ rule }) => [rule, { enforcementLevel: "mandatory" }]));
    const lines = await judge([keyRotates, keyIsEnabled], [key], enabled, { waivers });
    assert.deepEqual(
      lines.map((line) =>
        line
          .split("\n")
          .slice(1)
          .map((text) => text.split(" ")[0]),
      ),
      [["enableKeyRotation"], ["isEnabled"]],
      lines.join("\n"),
    );
  });

  it("is used by an unknown that nobody asks for", async () => {
    const settings = { "volume-is-encrypted": { onUnknown: "ignore" } };
    assert.deepEqual(await said([waiver()], [volume("data", { encrypted: UNKNOWN_VALUE })], { settings }), []);
  });

  it("says what its rule is worth", async () => {
    const settings = { "volume-is-encrypted": { enforcementLevel: "advisory" } };
    const [line] = await said([waiver()], [volume("data")], { settings });
    assert.equal(line, `advisory data: ${LINE.replace("mandatory", "advisory")}\n${CHANGE}`);
  });

  const UNUSED = `waivers.yaml, line 1: the waiver of volume-is-encrypted for ${VOLUME} "data" waives nothing in dev; remove it, correct what it is for, or name the stacks that need it in environment. (end)`;

  it("that waives nothing is complained of at the end: nothing is there, or nothing is wrong", async () => {
    assert.deepEqual(await said([waiver()], []), [`mandatory shop-dev: ${UNUSED}`]);
    assert.deepEqual(await said([waiver()], [volume("data", { encrypted: true })]), [`mandatory shop-dev: ${UNUSED}`]);
  });

  it("is complained of as soon as the next run, which begins anew", async () => {
    const waivers = new Waivers({ waivers: [waiver()], mistakes: [] }, () => "2026-06-30");
    const some = [volumeIsEncrypted, waiversAreValid];
    assert.equal((await judge(some, [stack, volume("data")], {}, { waivers })).length, 1);
    assert.deepEqual(await judge(some, [stack], {}, { waivers }), [`mandatory shop-dev: ${UNUSED}`]);
  });

  it("may waive nothing where its rule is disabled, and in a deployment, where what was unknown is known", async () => {
    const settings = { "volume-is-encrypted": { enforcementLevel: "disabled" } };
    assert.deepEqual(await said([waiver()], [], { settings }), []);
    assert.deepEqual(await said([waiver()], [], { deploys: true }), []);
  });

  it("keeps a resource from being corrected, and no other", async () => {
    const waivers = new Waivers(
      { waivers: [waiver({ rule: "key-rotates", resources: { type: KEY, name: "data" } })], mistakes: [] },
      () => "2026-06-30",
    );
    const key = (name: string): Registration => ({ type: KEY, name, inputs: { enableKeyRotation: false } });
    assert.equal(await remediate(keyRotates, key("data"), { waivers }), undefined);
    assert.deepEqual(await remediate(keyRotates, key("other"), { waivers }), { enableKeyRotation: true });
  });
});

describe("waivers", () => {
  /** What breaks rules of several types, some of them more than once, known and unknown. */
  const pool: Registration[] = [
    ...["a", "b", "ab"].flatMap((name) => [
      { type: VOLUME, name: `volume-${name}`, inputs: { encrypted: false } },
      { type: VOLUME, name: `open-${name}`, inputs: { encrypted: UNKNOWN_VALUE } },
      { type: KEY, name: `key-${name}`, inputs: { enableKeyRotation: false } },
      { type: "aws:lb/loadBalancer:LoadBalancer", name: `balancer-${name}`, inputs: {} },
      {
        type: "aws:ec2/instance:Instance",
        name: `instance-${name}`,
        inputs: { ami: "ami-0aaaaaaaaaaaaaaaa", rootBlockDevice: { encrypted: UNKNOWN_VALUE } },
      },
    ]),
  ];
  const types = [...new Set(pool.map(({ type }) => type))];
  const subject = fc.oneof(
    fc.constantFrom(...pool).map(({ name }) => ({ urn: name })),
    fc.record({
      type: fc.constantFrom(...types),
      name: fc.constantFrom("*", "*-a", "volume-*", "key-b", "*b", "nothing"),
    }),
  );
  const some = fc.array(
    fc.record({
      rule: fc.constantFrom(...rules.filter(({ types: judged }) => judged.some((type) => types.includes(type)))),
      resources: subject,
      expiry: fc.constantFrom("2026-01-01", "2026-06-30"),
      environments: fc.constantFrom<string[][]>([], ["dev"], ["prod"]),
    }),
    { maxLength: 4 },
  );

  /** One fact of one resource that is wrong or unknown, and whether it was said to be waived. */
  interface Said {
    rule: string;
    resource: string;
    message: string;
    waived: boolean;
  }

  /** Every fact that is said. What is unknown of a resource is said at once, each line with the name of its rule. */
  async function facts(waivers: Waiver[]): Promise<Said[]> {
    const judging = rules.filter((rule) => rule !== waiversAreValid);
    const settings = Object.fromEntries(
      judging.map(({ name }) => [name, { enforcementLevel: "mandatory", onUnknown: "mandatory" }]),
    );
    const read = new Waivers({ waivers, mistakes: [] }, () => "2026-03-01");
    const said = await diagnose(judging, pool, settings, { waivers: read });
    return said.flatMap(({ rule, resource, level, message }) => {
      const waived = message.startsWith("Waived (else mandatory) until");
      assert.equal(level, waived ? "advisory" : "mandatory");
      return message
        .split("\n")
        .slice(waived ? 1 : 0)
        .map((line): Said => {
          const [, other, rest] = /^([a-z-]+): (.*)$/.exec(line) ?? [];
          const own = other === undefined || !judging.some(({ name }) => name === other);
          return { rule: own ? rule : other, resource, message: own ? line : (rest ?? ""), waived };
        });
    });
  }

  /** Whether a waiver is for a fact, found by other means than the pack's. */
  function isFor({ rule, resources, expiry, environments }: Waiver, said: Said): boolean {
    const { type } = pool.find(({ name }) => name === said.resource) ?? stack;
    const fits =
      "urn" in resources
        ? resources.urn === said.resource
        : resources.type === type && new RegExp(`^${resources.name.replaceAll("*", ".*")}$`).test(said.resource);
    return rule === said.rule && fits && expiry >= "2026-03-01" && !environments.includes("prod");
  }

  it("never hide another rule or resource, and what they waive is still said", async () => {
    const texts = (all: Said[]) => all.map(({ rule, resource, message }) => `${rule} ${resource} ${message}`).sort();
    const before = await facts([]);
    assert.ok(before.length > pool.length && before.every(({ waived }) => !waived));
    await fc.assert(
      fc.asyncProperty(some, async (given) => {
        const waivers = given.map(({ rule, ...rest }) => waiver({ ...rest, rule: rule.name }));
        const after = await facts(waivers);
        assert.deepEqual(texts(after), texts(before));
        for (const fact of after) {
          assert.equal(
            fact.waived,
            waivers.some((candidate) => isFor(candidate, fact)),
            `${fact.rule} on ${fact.resource}`,
          );
        }
      }),
      { numRuns: 200 },
    );
  });
});
