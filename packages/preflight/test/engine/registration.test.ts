import * as assert from "node:assert/strict";
import { RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";
import { makeSecret, UNKNOWN } from "../../src/wire/values";
import { Program, stackSettings, urnOf } from "./program";

const DEFAULT_AWS = `${urnOf("pulumi:providers:aws", "default")}::${UNKNOWN}`;

describe("a registration", () => {
  it("gives the resource its URN, its package's default provider and its inputs as outputs", async () => {
    const program = Program.onlooked();
    const stack = await program.registerStack();
    const inputs = { name: "orders", secret: makeSecret("s"), later: UNKNOWN };
    const { urn, id, outputs } = await program.register({ name: "orders", parent: stack, inputs });
    assert.equal(urn, urnOf("aws:sns/topic:Topic", "orders"));
    assert.equal(id, "");
    assert.deepEqual(outputs, inputs);
    assert.deepEqual(
      program.judge.judged.map((judged) => judged.urn),
      [stack, urnOf("pulumi:providers:aws", "default"), urn],
    );
    const { provider, parent, custom, external } = program.resource(urn);
    assert.deepEqual(
      { provider, parent, custom, external },
      { provider: DEFAULT_AWS, parent: stack, custom: true, external: false },
    );
    assert.equal(program.state.rootUrn, stack);
  });

  it("answers an old SDK without what it cannot read", async () => {
    const program = Program.onlooked();
    const inputs = { known: 1, secret: makeSecret("s"), later: UNKNOWN, deep: { later: [UNKNOWN] } };
    const { outputs } = await program.register({
      inputs,
      with: (request) => {
        request.setAcceptsecrets(false);
        request.setSupportspartialvalues(false);
      },
    });
    assert.deepEqual(outputs, { known: 1, secret: "s" });
  });

  it("takes output values for what they hold, and what they depend on for dependencies only with its own transforms", async () => {
    const program = Program.onlooked();
    const first = await program.register({ name: "first" });
    const output = {
      "4dabf18193072939515e22adb298388d": "d0e6a833031e9bbcd3f4e8bde6ca49a4",
      value: "v",
      secret: true,
      dependencies: [first.urn],
    };
    const { urn } = await program.register({ name: "second", inputs: { it: output } });
    const second = program.resource(urn);
    assert.deepEqual(second.inputs, { it: makeSecret("v") });
    assert.deepEqual(second.propertyDependencies, new Map([["it", [first.urn]]]));
    assert.deepEqual(second.dependencies, []);
  });

  it("keeps the dependencies that the SDK names; an old one's are those of every property", async () => {
    const program = Program.onlooked();
    const { urn: first } = await program.register({ name: "first" });
    const inputs = { a: 1, b: 2 };
    const named = await program.register({
      name: "named",
      inputs,
      with: (request) => {
        request.setDependenciesList([first]);
        const dependencies = new RegisterResourceRequest.PropertyDependencies();
        dependencies.setUrnsList([first]);
        request.getPropertydependenciesMap().set("a", dependencies);
      },
    });
    const ofNamed = program.resource(named.urn);
    assert.deepEqual(ofNamed.dependencies, [first]);
    assert.deepEqual(
      ofNamed.propertyDependencies,
      new Map([
        ["a", [first]],
        ["b", []],
      ]),
    );
    const old = await program.register({
      name: "old",
      inputs,
      with: (request) => request.setDependenciesList([first]),
    });
    assert.deepEqual(
      program.resource(old.urn).propertyDependencies,
      new Map([
        ["a", [first]],
        ["b", [first]],
      ]),
    );
  });

  it("makes outputs secret that the program wants to be, known or not", async () => {
    const program = Program.onlooked();
    const { outputs } = await program.register({
      inputs: { key: "k" },
      with: (request) => request.setAdditionalsecretoutputsList(["key", "password"]),
    });
    assert.deepEqual(outputs, { key: makeSecret("k"), password: makeSecret(UNKNOWN) });
  });

  it("gives a component no provider and no outputs", async () => {
    const program = Program.onlooked();
    const given = { type: "shop:index:Site", name: "site", custom: false, inputs: { size: 1 } };
    const { urn, outputs } = await program.register(given);
    assert.deepEqual(outputs, {});
    assert.equal(program.resource(urn).provider, "");
    await program.registerOutputs(urn, { url: UNKNOWN });
    assert.deepEqual(program.resource(urn).outputs, { url: UNKNOWN });
  });

  it("warns of a component that a plugin makes, for its resources are not shown", async () => {
    const program = Program.onlooked();
    await program.register({ type: "eks:index:Cluster", custom: false, with: (request) => request.setRemote(true) });
    assert.match(program.state.diagnostics[0]?.message ?? "", /^eks:index:Cluster is made by a component provider/);
  });

  it("gives an explicit provider an unknown id and the plugin that it asks for", async () => {
    const program = Program.onlooked();
    const { urn, id } = await program.register({
      type: "pulumi:providers:aws",
      name: "east",
      inputs: { region: "us-east-1" },
      with: (request) => {
        request.setVersion("7.1.0");
        request.setPlugindownloadurl("https://example.com");
      },
    });
    assert.equal(id, UNKNOWN);
    assert.deepEqual(program.resource(urn).inputs, {
      region: "us-east-1",
      version: "7.1.0",
      __internal: { pluginDownloadURL: "https://example.com" },
    });
    assert.equal(program.state.resources.size, 1, "a provider needs no provider");
  });

  it("uses the provider that it names, its component's, or its parent's component's", async () => {
    const program = Program.onlooked();
    const { urn: east } = await program.register({ type: "pulumi:providers:aws", name: "east" });
    const reference = `${east}::${UNKNOWN}`;
    const own = await program.register({ name: "own", with: (request) => request.setProvider(reference) });
    const site = await program.register({
      type: "shop:index:Site",
      custom: false,
      with: (request) => request.getProvidersMap().set("aws", reference),
    });
    const part = await program.register({ type: "shop:index:Part", custom: false, parent: site.urn });
    const child = await program.register({ name: "child", parent: part.urn });
    for (const { urn } of [own, child]) {
      assert.equal(program.resource(urn).provider, reference);
    }
  });

  for (const [what, given, says] of [
    ["a type that is no token", { type: "topic" }, /^Type 'topic' is not a valid type token/],
    ["a parent that is no URN", { parent: "somewhere" }, /^invalid parent URN: "somewhere"$/],
    [
      "a dependency that is no URN",
      { with: (request: RegisterResourceRequest) => void request.setDependenciesList(["somewhere"]) },
      /^invalid dependency URN: "somewhere"$/,
    ],
    [
      "a package that nobody registered",
      { with: (request: RegisterResourceRequest) => void request.setPackageref("7") },
      /^unknown provider package '7'$/,
    ],
  ] as const) {
    it(`refuses ${what}, and the program may go on`, async () => {
      const program = Program.onlooked();
      await assert.rejects(program.register(given), { message: says, code: 2 });
      assert.equal(program.engine.monitor.stopped, false);
      await program.register();
    });
  }

  for (const [what, again, says] of [
    ["a URN that is taken", {}, /^Duplicate resource URN 'urn:pulumi:dev::shop::aws:sns\/topic:Topic::it'; try giving/],
    [
      "a parent that is not there",
      { name: "x", parent: urnOf("a:b:C", "gone") },
      /^could not find parent resource urn:/,
    ],
  ] as const) {
    it(`stops the preview at ${what}: one error, and every later call is refused`, async () => {
      const program = Program.onlooked();
      await program.register();
      const unavailable = { message: "resource monitor shut down", code: 14 };
      await assert.rejects(program.register(again), unavailable);
      await program.engine.monitor.whenStopped;
      await assert.rejects(program.register({ name: "another" }), unavailable);
      await assert.rejects(program.register(), unavailable);
      assert.equal(program.state.diagnostics.length, 1);
      assert.match(program.state.diagnostics[0]?.message ?? "", says);
    });
  }

  it("refuses default providers that the stack's configuration forbids", async () => {
    const program = Program.onlooked(stackSettings({ "pulumi:disable-default-providers": `["aws"]` }));
    await assert.rejects(program.register(), {
      message: /^Default provider for 'aws' disabled\. 'aws:sns\/topic:Topic' must/,
    });
    await program.register({ type: "random:index:Pet" });
  });
});

describe("outputs", () => {
  it("are refused of what was not registered", async () => {
    const program = Program.onlooked();
    await assert.rejects(program.registerOutputs(urnOf("a:b:C", "gone"), {}), {
      message: /whose registration isn't pending$/,
    });
  });
});
