import * as assert from "node:assert/strict";
import { EnforcementLevel, PolicySeverity } from "@pulumi/pulumi/proto/analyzer_pb";
import { type ResourceState, resourceState, StackState } from "../../src/engine/state";
import { Verdicts } from "../../src/policies/verdicts";
import { makeSecret } from "../../src/wire/values";
import { urnOf } from "../engine/program";
import { StandInPack } from "./stand-in-pack";

/** A resource of a stack. */
function topic(name: string, given: Partial<ResourceState> = {}): ResourceState {
  return resourceState({ urn: urnOf("a:b:C", name), type: "a:b:C", name, ...given });
}

/** Verdicts of these packs on a stack of these resources. */
function verdictsOf(packs: StandInPack[], ...resources: ResourceState[]): Verdicts {
  const stack = new StackState();
  resources.forEach((resource) => stack.add(resource));
  stack.rootUrn = urnOf("pulumi:pulumi:Stack", "shop-dev");
  return new Verdicts(
    packs.map((pack) => pack.asPack),
    stack,
  );
}

describe("verdicts on resources", () => {
  it("come in the order of registration, whichever pack and whichever answer is first", async () => {
    const [slow, fast] = [new StandInPack("slow"), new StandInPack("fast")];
    const answers: (() => void)[] = [];
    slow.judge = (request) =>
      new Promise((resolve) => answers.unshift(() => resolve({ message: `slow on ${request.getName()}` })));
    fast.judge = (request) => ({ message: `fast on ${request.getName()}` });
    const resources = ["one", "two"].map((name) => topic(name));
    const verdicts = verdictsOf([slow, fast], ...resources);
    resources.forEach((resource) => verdicts.analyze(resource));
    await new Promise((resolve) => setImmediate(resolve));
    answers.forEach((answer) => answer());
    const found = await verdicts.onResources();
    assert.deepEqual(
      found.map(({ message }) => message),
      ["slow on one", "fast on one", "slow on two", "fast on two"],
    );
  });

  it("carry what the pack says of the policy", async () => {
    const pack = new StandInPack();
    pack.policies.set("rule", {
      name: "rule",
      level: "mandatory",
      severity: "high",
      description: "",
      remediationSteps: "Do this.",
      url: "https://example.com",
    });
    pack.judge = () => ({
      message: "It is.",
      description: "It may not be.",
      severity: PolicySeverity.POLICY_SEVERITY_UNSPECIFIED,
    });
    const verdicts = verdictsOf([pack], topic("one"));
    verdicts.analyze(topic("one"));
    assert.deepEqual(await verdicts.onResources(), [
      {
        pack: "pack",
        packVersion: "1.2.3",
        policy: "rule",
        level: "mandatory",
        severity: "high",
        message: "It is.",
        description: "It may not be.",
        remediationSteps: "Do this.",
        url: "https://example.com",
        urn: urnOf("a:b:C", "one"),
      },
    ]);
  });

  it("are mandatory where a policy that mends did not", async () => {
    const pack = new StandInPack();
    pack.judge = () => ({ enforcementlevel: EnforcementLevel.REMEDIATE });
    const verdicts = verdictsOf([pack], topic("one"));
    verdicts.analyze(topic("one"));
    assert.equal((await verdicts.onResources())[0]?.level, "mandatory");
  });

  it("wait for the packs' start, and fail where one does not", async () => {
    const pack = new StandInPack();
    pack.starts = () => Promise.reject(new Error("no start"));
    const verdicts = verdictsOf([pack], topic("one"));
    verdicts.analyze(topic("one"));
    await assert.rejects(verdicts.failed, { message: "no start" });
    await assert.rejects(verdicts.onResources(), { message: "no start" });
    assert.deepEqual(pack.judged, []);
  });

  it("fail where a policy does", async () => {
    const pack = new StandInPack();
    pack.judge = () => Promise.reject(new Error("bug in a policy"));
    const verdicts = verdictsOf([pack], topic("one"));
    verdicts.analyze(topic("one"));
    await assert.rejects(verdicts.onResources(), { message: "bug in a policy" });
  });

  it("are asked for some at a time, and all are", async () => {
    const pack = new StandInPack();
    let most = 0;
    pack.judge = async () => {
      most = Math.max(most, pack.judging);
      await new Promise((resolve) => setImmediate(resolve));
      return undefined;
    };
    const resources = Array.from({ length: 500 }, (_, index) => topic(String(index)));
    const verdicts = verdictsOf([pack], ...resources);
    resources.forEach((resource) => verdicts.analyze(resource));
    await verdicts.onResources();
    assert.equal(pack.judged.length, 500);
    assert.ok(most > 1 && most <= 64, String(most));
  });

  it("that are missing name the packs that owe them", async () => {
    const [late, prompt] = [new StandInPack("late"), new StandInPack("prompt")];
    late.judge = () => new Promise(() => undefined);
    const verdicts = verdictsOf([late, prompt], topic("one"));
    verdicts.analyze(topic("one"));
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(verdicts.lateness("4 s"), ["late is late"]);
  });
});

describe("remediations", () => {
  it("are made by one pack after the other, and say which properties they changed", async () => {
    const [first, second] = [new StandInPack("first"), new StandInPack("second")];
    first.mend = (properties) => ({ properties: { ...properties, size: 2, added: true } });
    second.mend = (properties) => {
      assert.equal(properties["size"], 2);
      const { removed: _removed, ...rest } = properties;
      return { properties: rest };
    };
    const resource = topic("one", { inputs: { size: 1, removed: 1, kept: 1 } });
    const verdicts = verdictsOf([first, new StandInPack("mends nothing"), second], resource);
    assert.deepEqual(await verdicts.remediate(resource), { size: 2, kept: 1, added: true });
    assert.deepEqual(
      verdicts.remediations.map(({ pack, properties }) => [pack, properties]),
      [
        ["first", ["added", "size"]],
        ["second", ["removed"]],
      ],
    );
  });

  it("leave secret what was, though a policy copied its text", async () => {
    const pack = new StandInPack();
    pack.mend = () => ({ properties: { key: "k", size: 2 } });
    const resource = topic("one", { inputs: { key: makeSecret("k"), size: 1 } });
    assert.deepEqual(await verdictsOf([pack], resource).remediate(resource), { key: makeSecret("k"), size: 2 });
  });

  it("that could not be made are advice, in the order of registration", async () => {
    const pack = new StandInPack();
    pack.mend = () => ({ diagnostic: "cannot mend" });
    const resources = ["one", "two"].map((name) => topic(name, { inputs: { size: 1 } }));
    const verdicts = verdictsOf([pack], ...resources);
    for (const resource of [...resources].reverse()) {
      assert.deepEqual(await verdicts.remediate(resource), { size: 1 });
    }
    assert.deepEqual(
      (await verdicts.onResources()).map(({ urn, level, message }) => [urn, level, message]),
      resources.map(({ urn }) => [urn, "advisory", "cannot mend"]),
    );
    assert.deepEqual(verdicts.remediations, []);
  });

  it("are none without packs, which nothing waits for", async () => {
    const inputs = { size: 1 };
    assert.equal(await verdictsOf([]).remediate(topic("one", { inputs })), inputs);
  });
});

describe("verdicts on a stack", () => {
  it("are on all that it manages, and on the stack where they name no resource of it", async () => {
    const pack = new StandInPack();
    let told: string[] = [];
    const one = urnOf("a:b:C", "one");
    pack.judgeStack = (request) => {
      told = request.getResourcesList().map((resource) => resource.getName());
      return [{ urn: one }, { urn: "" }, { urn: urnOf("a:b:C", "gone") }];
    };
    const verdicts = verdictsOf([pack], topic("one"), topic("read", { external: true }), topic("two"));
    const root = urnOf("pulumi:pulumi:Stack", "shop-dev");
    assert.deepEqual(
      (await verdicts.onStack()).map(({ urn }) => urn),
      [one, root, root],
    );
    assert.deepEqual(told, ["one", "two"]);
  });
});
