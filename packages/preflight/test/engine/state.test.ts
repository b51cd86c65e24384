import * as assert from "node:assert/strict";
import { resourceState, StackState } from "../../src/engine/state";
import { makeSecret, UNKNOWN } from "../../src/wire/values";
import { urnOf } from "./program";

const TOPIC = urnOf("aws:sns/topic:Topic", "it");
const topic = (given: object = {}) => resourceState({ urn: TOPIC, type: "aws:sns/topic:Topic", name: "it", ...given });

describe("what processes print", () => {
  /** What was said, once these lines were printed. */
  function printed(...lines: string[]): string[] {
    const state = new StackState();
    lines.forEach((line) => state.printed(line));
    return state.diagnostics.map(({ message }) => message);
  }

  it("belongs together where lines follow each other, with empty lines within but not before", () => {
    assert.deepEqual(printed("", " ", "one", "", "two"), ["one\n\ntwo"]);
  });

  it("is told apart where something was said between", () => {
    const state = new StackState();
    state.printed("one");
    state.report("warning", "between");
    state.printed("two");
    assert.deepEqual(
      state.diagnostics.map(({ severity, message }) => [severity, message]),
      [
        ["info", "one"],
        ["warning", "between"],
        ["info", "two"],
      ],
    );
  });

  it("is kept up to 32 MiB, together with what is logged; and that it is no more, once", () => {
    const state = new StackState();
    const mebibyte = "x".repeat(1024 * 1024);
    for (let count = 0; count < 20; count += 1) {
      state.printed(mebibyte);
      state.logged("info", mebibyte, "");
    }
    state.report("error", "said by preflight itself");
    const [warning, ...others] = state.diagnostics.filter(({ severity }) => severity === "warning");
    assert.match(warning?.message ?? "", /^the program and its packs print and log more than 32 MiB/);
    assert.deepEqual(others, []);
    const kept = state.diagnostics.reduce((sum, { message }) => sum + message.length, 0);
    assert.ok(kept < 33 * mebibyte.length, String(kept));
    assert.equal(state.diagnostics.at(-1)?.message, "said by preflight itself");
  });
});

describe("a stack", () => {
  it("begins with what was said of its configuration, and leaves that as it is", () => {
    const before = [{ severity: "warning", message: "odd", urn: "" } as const];
    const state = new StackState([...before]);
    state.report("info", "more");
    assert.deepEqual(state.diagnostics, [...before, { severity: "info", message: "more", urn: "" }]);
    assert.equal(before.length, 1);
  });

  it("tells how many resources there are, whenever one is added", () => {
    const counts: number[] = [];
    const state = new StackState([], (count) => counts.push(count));
    state.add(topic());
    state.add(resourceState({ urn: urnOf("a:b:C", "other"), type: "a:b:C", name: "other" }));
    assert.deepEqual(counts, [1, 2]);
  });

  it("reports each resource but the default providers, without what says nothing", () => {
    const state = new StackState();
    const provider = urnOf("pulumi:providers:aws", "default");
    state.add(resourceState({ urn: provider, type: "pulumi:providers:aws", name: "default", isDefaultProvider: true }));
    state.add(
      topic({
        provider: `${provider}::${UNKNOWN}`,
        inputs: { key: makeSecret("k") },
        propertyDependencies: new Map([
          ["key", [provider]],
          ["name", []],
        ]),
      }),
    );
    assert.deepEqual(state.reports(), [
      {
        urn: TOPIC,
        type: "aws:sns/topic:Topic",
        name: "it",
        custom: true,
        external: false,
        provider: `${provider}::${UNKNOWN}`,
        inputs: { key: "[secret]" },
        dependencies: [],
        propertyDependencies: { key: [provider] },
        options: { ignoreChanges: [], replaceOnChanges: [], additionalSecretOutputs: [], aliases: [] },
      },
    ]);
  });

  it("has its root's outputs, and none before there is a root", () => {
    const state = new StackState();
    assert.deepEqual(state.outputs(), {});
    const urn = urnOf("pulumi:pulumi:Stack", "shop-dev");
    const outputs = { url: UNKNOWN, key: makeSecret("k") };
    state.add(resourceState({ urn, type: "pulumi:pulumi:Stack", name: "shop-dev", custom: false, outputs }));
    state.rootUrn = urn;
    assert.deepEqual(state.outputs(), { url: "[unknown]", key: "[secret]" });
  });
});

describe("the final outputs of a resource", () => {
  const state = new StackState();
  state.learn({ "aws:sns/topic:Topic": ["arn", "name"], "pulumi:providers:aws": ["region"] });

  it("are unknown where its provider computes them and the program is silent", () => {
    assert.deepEqual(state.finalOutputs(topic({ outputs: { name: "it" } })), { name: "it", arn: UNKNOWN });
  });

  it("are those that it has where it is read, a component, or a provider", () => {
    const provider = { urn: urnOf("pulumi:providers:aws", "it"), type: "pulumi:providers:aws", name: "it" };
    for (const resource of [topic({ external: true }), topic({ custom: false }), resourceState(provider)]) {
      assert.deepEqual(state.finalOutputs(resource), {});
    }
  });
});

describe("two resources", () => {
  it("share nothing that one could change", () => {
    assert.notEqual(topic().propertyDependencies, topic().propertyDependencies);
    assert.notEqual(topic().dependencies, topic().dependencies);
    assert.notEqual(topic().timeouts, topic().timeouts);
  });
});
