import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import {
  downgradeOutputs,
  eachText,
  forAnalyzer,
  forReport,
  holdsSecret,
  holdsUnknown,
  isSecret,
  isUnknown,
  makeSecret,
  outputDependencies,
  reveal,
  SIGNATURE_KEY,
  UNKNOWN,
  upgradeOutputs,
  type WireObject,
  type WireValue,
  withSecretsOf,
} from "../../src/wire/values";
import { anything, HIDDEN, marked, plain } from "./arbitrary";

const URN = "urn:pulumi:dev::shop::a:b:C::it";
const OTHER = "urn:pulumi:dev::shop::a:b:C::other";

/** An output value as an SDK writes it. */
function output(parts: { value?: WireValue; secret?: boolean; dependencies?: string[] }): WireObject {
  return { [SIGNATURE_KEY]: "d0e6a833031e9bbcd3f4e8bde6ca49a4", ...parts };
}

/** A resource reference as an SDK writes it. */
function reference(parts: { urn: string; id?: WireValue }): WireObject {
  return { [SIGNATURE_KEY]: "5cf8f73096256a8f31e491e813e4eb8e", ...parts };
}

/** Whether something holds for every value of a kind. */
function always(values: fc.Arbitrary<WireObject>, holds: (properties: WireObject) => void): void {
  fc.assert(fc.property(values, holds));
}

describe("a secret", () => {
  it("of a secret is that secret", () => {
    const secret = makeSecret("x");
    assert.equal(makeSecret(secret), secret);
    assert.ok(isSecret(secret));
  });

  it("is no object of the program's own, whatever its keys", () => {
    assert.equal(isSecret({ [SIGNATURE_KEY]: 1 }), false);
    assert.equal(isSecret({ [SIGNATURE_KEY]: "another", value: "x" }), false);
    assert.equal(isSecret([makeSecret("x")]), false);
    assert.equal(isSecret(undefined), false);
  });
});

describe("an unknown", () => {
  it("is any of the engine's texts, one for each type", () => {
    assert.ok(isUnknown(UNKNOWN));
    assert.ok(isUnknown("6a19a0b0-7e62-4c92-b797-7f8e31da9cc2"));
    assert.equal(isUnknown(`${UNKNOWN}.`), false);
    assert.equal(isUnknown(null), false);
  });
});

describe("downgradeOutputs", () => {
  it("takes each output value for what it holds", () => {
    assert.deepEqual(
      downgradeOutputs({
        known: output({ value: "v" }),
        none: output({ value: null }),
        unknown: output({ dependencies: [URN] }),
        secret: output({ value: "v", secret: true }),
        secretUnknown: output({ secret: true }),
        nested: [{ inner: output({ value: output({ value: 1 }) }) }],
      }),
      {
        known: "v",
        none: null,
        unknown: UNKNOWN,
        secret: makeSecret("v"),
        secretUnknown: makeSecret(UNKNOWN),
        nested: [{ inner: 1 }],
      },
    );
  });

  it("leaves no output value, and nothing to do a second time", () => {
    always(anything, (properties) => {
      const plainer = downgradeOutputs(properties);
      assert.equal(JSON.stringify(plainer).includes("d0e6a833031e9bbcd3f4e8bde6ca49a4"), false);
      assert.deepEqual(downgradeOutputs(plainer), plainer);
    });
  });
});

describe("upgradeOutputs", () => {
  it("makes unknowns and secrets output values, and one of a property that depends on something", () => {
    const upgraded = upgradeOutputs(
      { known: 1, unknown: UNKNOWN, secret: makeSecret("s"), depends: { a: 1 } },
      new Map([["depends", new Set([URN])]]),
    );
    assert.deepEqual(upgraded, {
      known: 1,
      unknown: output({ secret: false, dependencies: [] }),
      secret: output({ value: "s", secret: true, dependencies: [] }),
      depends: output({ value: { a: 1 }, secret: false, dependencies: [URN] }),
    });
  });

  it("adds to an output value what it does not say it depends on, each once", () => {
    const given = { it: output({ value: 1, secret: false, dependencies: [URN] }) };
    const dependsOn = (...urns: string[]) => upgradeOutputs(given, new Map([["it", new Set(urns)]]));
    assert.deepEqual(dependsOn(URN), given);
    assert.deepEqual(dependsOn(OTHER, URN), { it: output({ value: 1, secret: false, dependencies: [URN, OTHER] }) });
  });

  it("is undone by downgradeOutputs, and carries every dependency", () => {
    const dependencies = fc.array(fc.constantFrom(URN, OTHER), { maxLength: 2 });
    fc.assert(
      fc.property(marked, dependencies, (properties, urns) => {
        const dependsOn = new Map(Object.keys(properties).map((key) => [key, new Set(urns)]));
        const upgraded = upgradeOutputs(properties, dependsOn);
        assert.deepEqual(downgradeOutputs(upgraded), properties);
        for (const value of Object.values(upgraded)) {
          urns.forEach((urn) => assert.ok(outputDependencies(value).has(urn)));
        }
      }),
    );
  });
});

describe("outputDependencies", () => {
  it("finds those of output values at any depth, each once", () => {
    const inner = output({ value: [output({ dependencies: [OTHER, URN] })], dependencies: [URN] });
    assert.deepEqual([...outputDependencies({ a: [inner], b: output({}) })], [URN, OTHER]);
  });
});

describe("forAnalyzer", () => {
  it("takes a resource reference for its id, and a component's for its URN", () => {
    assert.deepEqual(
      forAnalyzer({
        known: reference({ urn: URN, id: "i-1" }),
        unknown: reference({ urn: URN, id: "" }),
        component: reference({ urn: URN }),
        promised: output({ value: reference({ urn: URN, id: "i-2" }) }),
      }),
      { known: "i-1", unknown: UNKNOWN, component: URN, promised: "i-2" },
    );
  });

  it("leaves out the SDK's own properties but where they are asked for, and only at the top", () => {
    const properties = { __internal: 1, kept: { __inner: 2 } };
    assert.deepEqual(forAnalyzer(properties), { kept: { __inner: 2 } });
    assert.deepEqual(forAnalyzer(properties, true), properties);
  });
});

describe("forReport", () => {
  it("names secrets and unknowns, and shows a reference and an asset without the key that only machines read", () => {
    const asset = { [SIGNATURE_KEY]: "c44067f5952c0a294b673a41bacd8c17", path: "site/index.html" };
    assert.deepEqual(
      forReport({
        __internal: 1,
        secret: makeSecret({ deep: "x" }),
        promised: output({ value: "x", secret: true }),
        unknown: [UNKNOWN, output({})],
        reference: reference({ urn: URN, id: "i-1" }),
        asset,
      }),
      {
        secret: "[secret]",
        promised: "[secret]",
        unknown: ["[unknown]", "[unknown]"],
        reference: { urn: URN, id: "i-1" },
        asset: { path: "site/index.html" },
      },
    );
  });

  it("shows nothing of a secret, no signature and no unknown's text, whatever is in the properties", () => {
    always(anything, (properties) => {
      const shown = JSON.stringify(forReport(properties));
      [HIDDEN, SIGNATURE_KEY, UNKNOWN].forEach((text) => assert.equal(shown.includes(text), false, shown));
    });
  });

  it("shows plain properties as they are", () => {
    always(plain, (properties) => assert.deepEqual(forReport(properties), properties));
  });
});

describe("holdsUnknown and holdsSecret", () => {
  it("find one at any depth", () => {
    for (const value of [UNKNOWN, [{ a: UNKNOWN }], output({}), { a: output({ value: [UNKNOWN] }) }]) {
      assert.ok(holdsUnknown(value));
    }
    for (const value of [makeSecret(1), [{ a: makeSecret(1) }], { a: output({ value: 1, secret: true }) }]) {
      assert.ok(holdsSecret(value));
    }
  });

  it("find none in plain properties", () => {
    always(plain, (properties) => {
      assert.equal(holdsUnknown(properties), false);
      assert.equal(holdsSecret(properties), false);
    });
    assert.equal(holdsUnknown(output({ value: null })), false);
    assert.equal(holdsSecret(output({ value: 1, secret: false })), false);
    assert.equal(holdsUnknown(undefined), false);
    assert.equal(holdsSecret(undefined), false);
  });

  it("find what the report shows", () => {
    always(anything, (properties) => {
      const shown = JSON.stringify(forReport(properties));
      assert.equal(holdsSecret(properties), shown.includes("[secret]"));
      assert.equal(holdsUnknown(downgradeOutputs(properties)), shown.includes("[unknown]"));
    });
  });
});

describe("withSecretsOf", () => {
  it("marks again what was secret and is the same, and nothing else", () => {
    const before = { password: makeSecret("x"), list: [makeSecret("y"), "z"], plain: "x" };
    assert.deepEqual(withSecretsOf(before, { password: "x", list: ["y", "y"], plain: "x", more: "x" }), {
      password: makeSecret("x"),
      list: [makeSecret("y"), "y"],
      plain: "x",
      more: "x",
    });
    assert.deepEqual(withSecretsOf(before, { password: "changed" }), { password: "changed" });
    assert.deepEqual(withSecretsOf(before, { password: makeSecret("x") }), { password: makeSecret("x") });
  });

  it("undoes reveal", () => {
    always(marked, (properties) => {
      const revealed = reveal(properties);
      assert.equal(holdsSecret(revealed), false);
      assert.deepEqual(withSecretsOf(properties, revealed), properties);
    });
  });
});

describe("eachText", () => {
  it("tells each text and number, and which are secret", () => {
    const found: [string | number, boolean][] = [];
    const value = { a: "plain", b: [1, makeSecret({ c: "s", d: [2] })], e: output({ value: "o", secret: true }) };
    eachText(value, (text, secret) => found.push([text, secret]));
    assert.deepEqual(found, [
      ["plain", false],
      [1, false],
      ["s", true],
      [2, true],
      ["o", true],
    ]);
  });

  it("tells every text of a secret as one, and no other", () => {
    always(anything, (properties) => {
      eachText(properties, (text, secret) => assert.equal(String(text).startsWith(HIDDEN), secret));
    });
  });
});
