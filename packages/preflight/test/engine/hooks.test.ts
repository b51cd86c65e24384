import * as assert from "node:assert/strict";
import {
  RegisterResourceHookRequest,
  RegisterResourceRequest,
  ResourceHookRequest,
  ResourceHookResponse,
} from "@pulumi/pulumi/proto/resource_pb";
import { ResourceHooks } from "../../src/engine/hooks";
import { resourceState, StackState } from "../../src/engine/state";
import { fromStruct } from "../../src/wire/struct";
import { UNKNOWN } from "../../src/wire/values";
import { CallbackFunctions } from "./callback-functions";
import { urnOf } from "./program";

const RESOURCE = resourceState({
  urn: urnOf("aws:sns/topic:Topic", "it"),
  type: "aws:sns/topic:Topic",
  name: "it",
  id: "id-1",
  inputs: { size: 1 },
  outputs: { size: 1, arn: UNKNOWN },
});

/** Hooks, the stack that they are of, and what they were told. */
function setUp() {
  const functions = new CallbackFunctions();
  const stack = new StackState();
  const told: unknown[] = [];
  const hooks = new ResourceHooks(functions, stack);
  const register = (
    name: string,
    set: { onDryRun?: boolean; ignoreErrors?: boolean; error?: string; throws?: string } = {},
  ) => {
    const request = new RegisterResourceHookRequest();
    request.setName(name);
    request.setOnDryRun(set.onDryRun ?? true);
    request.setIgnoreErrors(set.ignoreErrors ?? false);
    request.setCallback(
      functions.add(name, (bytes) => {
        const asked = ResourceHookRequest.deserializeBinary(bytes);
        told.push([asked.getUrn(), asked.getId(), fromStruct(asked.getNewInputs()), fromStruct(asked.getNewOutputs())]);
        if (set.throws !== undefined) {
          throw new Error(set.throws);
        }
        const response = new ResourceHookResponse();
        response.setError(set.error ?? "");
        return response.serializeBinary();
      }),
    );
    hooks.register(request);
  };
  const run = (when: "before" | "after", ...names: string[]): Promise<void> => {
    const binding = new RegisterResourceRequest.ResourceHooksBinding();
    binding.setBeforeCreateList(when === "before" ? names : []);
    binding.setAfterCreateList(when === "after" ? names : []);
    return hooks.run(when, binding, RESOURCE);
  };
  return { functions, stack, told, hooks, register, run };
}

describe("a hook", () => {
  it("is told of the resource: before its creation the inputs, after it the id and the outputs too", async () => {
    const { register, run, told } = setUp();
    register("look");
    await run("before", "look");
    await run("after", "look");
    assert.deepEqual(told, [
      [RESOURCE.urn, "", { size: 1 }, {}],
      [RESOURCE.urn, "id-1", { size: 1 }, { size: 1, arn: UNKNOWN }],
    ]);
  });

  it("runs in a preview only where it asks for that, and only when it is bound to", async () => {
    const { register, run, hooks, functions } = setUp();
    register("deploys", { onDryRun: false });
    register("previews");
    await run("before", "deploys", "previews");
    await hooks.run("after", undefined, RESOURCE);
    assert.deepEqual(functions.called, ["previews"]);
  });

  it("has a name of its own", () => {
    const { register } = setUp();
    register("twin");
    assert.throws(() => register("twin"), { message: `resource hook already registered for name "twin"` });
  });

  for (const [how, failure] of [
    ["answers with an error", { error: "refused" }],
    ["throws", { throws: "refused" }],
  ] as const) {
    it(`that ${how} stops the preview, at the resource`, async () => {
      const { register, run } = setUp();
      register("strict", failure);
      await assert.rejects(run("before", "strict"), {
        name: "Error",
        message: `before hook "strict" failed: refused`,
        urn: RESOURCE.urn,
      });
    });

    it(`that ${how} and may fail is a warning`, async () => {
      const { register, run, stack } = setUp();
      register("lenient", { ...failure, ignoreErrors: true });
      await run("after", "lenient");
      const message = `AfterCreate hook "lenient" failed: refused`;
      assert.deepEqual(stack.diagnostics, [{ severity: "warning", message, urn: RESOURCE.urn }]);
    });
  }

  it("that is not there stops the preview", async () => {
    await assert.rejects(setUp().run("before", "gone"), {
      message: `hook "gone" was not registered`,
      urn: RESOURCE.urn,
    });
  });
});
