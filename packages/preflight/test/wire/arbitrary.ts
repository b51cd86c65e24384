import * as fc from "fast-check";
import { makeSecret, SIGNATURE_KEY, UNKNOWN, type WireObject, type WireValue } from "../../src/wire/values";

/** What every text within a secret begins with, and no other text does. */
export const HIDDEN = "hush-";

/** A key of an object: what JavaScript takes for the object's prototype is none in the wire form either. */
const key = fc.string({ maxLength: 6 }).filter((text) => text !== "__proto__" && text !== SIGNATURE_KEY);

/** The name of a property: the SDK's own begin with two underscores. */
const property = key.filter((text) => !text.startsWith("__"));

const scalar: fc.Arbitrary<WireValue> = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.integer(),
  fc.string({ maxLength: 8 }).filter((text) => !text.startsWith(HIDDEN)),
);

const urn = fc.stringMatching(/^urn:pulumi:dev::shop::a:b:C::[a-z]{1,3}$/);

/** An output value, as the SDK writes it. */
function output(value: fc.Arbitrary<WireValue>): fc.Arbitrary<WireValue> {
  const parts = {
    [SIGNATURE_KEY]: fc.constant("d0e6a833031e9bbcd3f4e8bde6ca49a4"),
    value,
    secret: fc.constant(false),
    dependencies: fc.array(urn, { maxLength: 3 }),
  };
  return fc.record(parts, { noNullPrototype: true });
}

/** A value of which each text begins with {@link HIDDEN}. */
const hidden: fc.Arbitrary<WireValue> = fc.oneof(
  fc.string({ maxLength: 4 }).map((text) => HIDDEN + text),
  fc.array(
    fc.string({ maxLength: 4 }).map((text) => HIDDEN + text),
    { maxLength: 2 },
  ),
);

/** Properties of plain values. */
export const plain: fc.Arbitrary<WireObject> = objects((inner) => fc.oneof(scalar, inner));

/** Properties that hold unknowns and secrets, but no output values. */
export const marked: fc.Arbitrary<WireObject> = objects((inner) =>
  fc.oneof({ weight: 3, arbitrary: scalar }, fc.constant(UNKNOWN), hidden.map(makeSecret), inner),
);

/** Properties that hold whatever an SDK sends, but for assets and references. */
export const anything: fc.Arbitrary<WireObject> = objects((inner) =>
  fc.oneof({ weight: 3, arbitrary: scalar }, fc.constant(UNKNOWN), hidden.map(makeSecret), inner, output(inner)),
);

function objects(value: (inner: fc.Arbitrary<WireValue>) => fc.Arbitrary<WireValue>): fc.Arbitrary<WireObject> {
  const { any } = fc.letrec<{ any: WireValue }>((tie) => ({
    any: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      scalar,
      value(tie("any")),
      fc.array(tie("any"), { maxLength: 3 }),
      fc.dictionary(key, tie("any"), { maxKeys: 3, noNullPrototype: true }),
    ),
  }));
  return fc.dictionary(property, any, { maxKeys: 4, noNullPrototype: true });
}
