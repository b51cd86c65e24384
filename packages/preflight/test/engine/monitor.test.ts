import * as assert from "node:assert/strict";
import {
  type DeploymentInfo,
  RegisterPackageRequest,
  type RegisterPackageResponse,
  SupportsFeatureRequest,
  type SupportsFeatureResponse,
} from "@pulumi/pulumi/proto/resource_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { type WireObject } from "../../src/wire/values";
import { Onlooker, Program, stackSettings } from "./program";

/** A judge that keeps a resource's program waiting until it is told to go on. */
class SlowJudge extends Onlooker {
  goOn: (inputs: WireObject) => void = () => undefined;

  override remediate(): Promise<WireObject> {
    return new Promise((resolve) => (this.goOn = resolve));
  }
}

describe("the resource monitor", () => {
  it("tells an SDK the stack, its configuration, and that this is a preview", async () => {
    const stack = stackSettings({ "shop:size": "3", "shop:key": "k" }, ["shop:key"]);
    const info = await Program.onlooked(stack).call<DeploymentInfo>("getDeploymentInfo", new Empty());
    assert.deepEqual(
      [info.getStack(), info.getProject(), info.getOrganization(), info.getDryrun()],
      ["dev", "shop", "acme", true],
    );
    assert.deepEqual(info.getConfigMap().toObject(), [
      ["shop:key", "k"],
      ["shop:size", "3"],
    ]);
    assert.deepEqual(info.getConfigsecretkeysList(), ["shop:key"]);
  });

  it("supports what SDKs ask for, and nothing that it has not heard of", async () => {
    for (const [feature, supported] of [
      ["outputValues", true],
      ["transforms", true],
      ["resourceHooks", true],
      ["timeTravel", false],
    ] as const) {
      const request = new SupportsFeatureRequest();
      request.setId(feature);
      const answer = await Program.onlooked().call<SupportsFeatureResponse>("supportsFeature", request);
      assert.equal(answer.getHassupport(), supported, feature);
    }
  });

  it("has a reference for a package, by which its resources find their provider", async () => {
    const program = Program.onlooked();
    const request = new RegisterPackageRequest();
    request.setName("acme");
    request.setVersion("1.2.3");
    const { ref } = (await program.call<RegisterPackageResponse>("registerPackage", request)).toObject();
    const { urn } = await program.register({ type: "acme:index:Thing", with: (given) => given.setPackageref(ref) });
    assert.match(program.resource(urn).provider, /::pulumi:providers:acme::default_1_2_3::/);
  });

  it("is answering while a program waits, and not before or after", async () => {
    const program = new Program(new SlowJudge());
    assert.equal(program.engine.monitor.answering, false);
    const registered = program.register({ type: "pulumi:providers:aws" });
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(program.engine.monitor.answering, true);
    program.judge.goOn({});
    await registered;
    assert.equal(program.engine.monitor.answering, false);
  });
});

describe("a program's end", () => {
  it("is early before it has registered the stack's outputs, or said that it is done", async () => {
    const program = Program.onlooked();
    const { monitor } = program.engine;
    assert.match(monitor.earlyEnd(), /^the program ended before it had registered all of its resources/);
    await program.call("signalAndWaitForShutdown", new Empty());
    assert.equal(monitor.earlyEnd(), "");
    assert.match(monitor.missingOutputs(), /waited for a promise that never settles/);
  });

  it("is in time once the stack has its outputs and nothing is being answered", async () => {
    const program = Program.onlooked();
    const { monitor } = program.engine;
    const stack = await program.registerStack();
    const component = await program.register({ type: "shop:index:Site", custom: false });
    await program.registerOutputs(component.urn, {});
    assert.notEqual(monitor.earlyEnd(), "", "another's outputs are not the stack's");
    await program.registerOutputs(stack, {});
    assert.equal(monitor.earlyEnd(), "");
    assert.equal(monitor.missingOutputs(), "");
  });

  it("is early while something is being answered", async () => {
    const program = new Program(new SlowJudge());
    const stack = await program.registerStack();
    await program.registerOutputs(stack, {});
    const registered = program.register({ type: "pulumi:providers:aws" });
    await new Promise((resolve) => setImmediate(resolve));
    assert.notEqual(program.engine.monitor.earlyEnd(), "");
    program.judge.goOn({});
    await registered;
  });
});
