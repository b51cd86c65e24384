import * as assert from "node:assert/strict";
import { inspect } from "node:util";
import { makeAllOutputs, makeOutputsWhenRead } from "../../src/preload/lazy-outputs";

/** An output as the SDK makes it: of a resource, with what it was settled with. */
class Output {
  settled: unknown[] = [];

  constructor(readonly resource: object) {}
}

/** The SDK's function in short, which tells what it was asked to make. */
function sdk() {
  const made: string[] = [];
  const transfer = makeOutputsWhenRead((onto, label, properties) => {
    const resolvers: Record<string, (...settled: unknown[]) => void> = {};
    for (const property of Object.keys(properties).filter((key) => key !== "id" && key !== "urn")) {
      if (Object.hasOwn(onto, property)) {
        throw new Error(`Property '${property}' is already initialized on target '${label}`);
      }
      const output = new Output(onto);
      made.push(property);
      onto[property] = output;
      resolvers[property] = (...settled) => (output.settled = settled);
    }
    return resolvers;
  });
  return { made, transfer };
}

/** A resource whose outputs `arn` and `size` nobody has read yet. */
function resource(fields: Record<string, unknown> = {}) {
  const { made, transfer } = sdk();
  const volume: Record<string, unknown> = { ...fields };
  const resolvers = transfer(volume, "volume", { arn: undefined, size: 8 });
  return {
    made,
    volume,
    resolvers,
    settle: (property: string, ...settled: unknown[]) => resolvers[property]?.(...settled),
  };
}

describe("makeOutputsWhenRead", () => {
  it("makes no output that nobody reads", () => {
    const { made, settle } = resource();
    settle("arn", "arn:1", true);
    assert.deepEqual(made, []);
  });

  it("makes an output once, of the resource itself", () => {
    const { made, volume } = resource();
    const output = volume["arn"];
    assert.ok(output instanceof Output);
    assert.equal(output.resource, volume);
    assert.equal(volume["arn"], output);
    assert.deepEqual(made, ["arn"]);
  });

  it("settles an output that was read before", () => {
    const { volume, settle } = resource();
    const output = volume["arn"];
    settle("arn", "arn:1", true, false, []);
    assert.deepEqual((output as Output).settled, ["arn:1", true, false, []]);
  });

  it("settles an output that is read after, and no other", () => {
    const { volume, settle } = resource();
    settle("arn", "arn:1", true, false, []);
    assert.deepEqual((volume["arn"] as Output).settled, ["arn:1", true, false, []]);
    assert.deepEqual((volume["size"] as Output).settled, []);
  });

  it("lists every output, read or not, as a property of the resource", () => {
    const { made, volume, resolvers } = resource();
    assert.deepEqual(Object.keys(volume), ["arn", "size"]);
    assert.deepEqual(Object.keys(resolvers), ["arn", "size"]);
    assert.ok("arn" in volume && Object.hasOwn(volume, "size"));
    assert.deepEqual(made, []);
  });

  it("lets a program put something else in an output's place", () => {
    const { made, volume, settle } = resource();
    volume["arn"] = "mine";
    settle("arn", "arn:1");
    assert.deepEqual(Object.getOwnPropertyDescriptor(volume, "arn"), {
      value: "mine",
      writable: true,
      enumerable: true,
      configurable: true,
    });
    assert.deepEqual(made, []);
  });

  it("makes the outputs of a resource that can't change any more", () => {
    const { volume, settle } = resource();
    Object.freeze(volume);
    const output = volume["arn"];
    settle("arn", "arn:1");
    assert.deepEqual((output as Output).settled, ["arn:1"]);
    assert.equal(volume["arn"], output);
  });

  it("leaves ids and URNs to the SDK, and a property that is there already", () => {
    const { transfer } = sdk();
    const volume = { urn: "urn" };
    assert.deepEqual(transfer(volume, "volume", { id: undefined, urn: undefined }), {});
    assert.deepEqual(volume, { urn: "urn" });
    assert.throws(() => transfer({ arn: 1 }, "volume", { arn: undefined }), /'arn' is already initialized/);
  });

  it("shows a resource that is printed with all of its outputs", () => {
    const { volume } = resource();
    assert.equal(inspect(volume, { depth: 0 }), "{ arn: [Output], size: [Output] }");
  });

  it("leaves how a resource is printed to a class that has its own way", () => {
    const { made, volume } = resource({ [inspect.custom]: () => "a volume" });
    assert.equal(inspect(volume), "a volume");
    assert.deepEqual(made, []);
  });
});

describe("makeAllOutputs", () => {
  it("makes what was not read of every resource", () => {
    const [one, other] = [resource(), resource()];
    const output = one.volume["arn"];
    makeAllOutputs();
    assert.deepEqual(one.made, ["arn", "size"]);
    assert.deepEqual(other.made, ["arn", "size"]);
    assert.equal(one.volume["arn"], output);
    assert.ok("value" in (Object.getOwnPropertyDescriptor(other.volume, "arn") ?? {}));
  });
});
