import * as assert from "node:assert/strict";
import { Admissions } from "../../src/engine/admissions";
import { type ResourceState, resourceState, StackState } from "../../src/engine/state";
import { urnOf } from "./program";

const topic = (name: string) => resourceState({ urn: urnOf("a:b:C", name), type: "a:b:C", name, inputs: { name } });

/** Admissions before a judge that mends when it is told to. */
function setUp() {
  const state = new StackState();
  const analyzed: ResourceState[] = [];
  const waiting: ((error?: Error) => void)[] = [];
  const admissions = new Admissions(state, {
    remediate: (resource) =>
      new Promise((resolve, reject) => {
        waiting.push((error) => (error === undefined ? resolve({ ...resource.inputs, mended: true }) : reject(error)));
      }),
    analyze: (resource) => analyzed.push(resource),
  });
  return { state, analyzed, waiting, admissions };
}

describe("an admission", () => {
  it("adds a resource at once, and hands it on when it is mended", async () => {
    const { state, analyzed, waiting, admissions } = setUp();
    const resource = topic("it");
    const admitted = admissions.admit(resource);
    assert.ok(state.resources.has(resource.urn));
    assert.deepEqual(analyzed, []);
    waiting[0]?.();
    await admitted;
    assert.deepEqual(analyzed, [resource]);
    assert.deepEqual(resource.inputs, { name: "it", mended: true });
  });

  it("is done when all are", async () => {
    const { analyzed, waiting, admissions } = setUp();
    void admissions.admit(topic("one"));
    void admissions.admit(topic("two"));
    let done = false;
    const all = admissions.done().then(() => (done = true));
    waiting[1]?.();
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(done, false);
    waiting[0]?.();
    await all;
    assert.equal(analyzed.length, 2);
  });

  it("that fails is told to whoever waits, and harms nobody where none does", async () => {
    const { analyzed, waiting, admissions } = setUp();
    void admissions.admit(topic("it"));
    waiting[0]?.(new Error("the pack is gone"));
    await new Promise((resolve) => setImmediate(resolve));
    await assert.rejects(admissions.done(), { message: "the pack is gone" });
    assert.deepEqual(analyzed, []);
  });
});
