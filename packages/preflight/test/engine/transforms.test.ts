import * as assert from "node:assert/strict";
import { type Callback } from "@pulumi/pulumi/proto/callback_pb";
import {
  TransformInvokeOptions,
  TransformInvokeRequest,
  TransformInvokeResponse,
  TransformRequest,
  TransformResourceOptions,
  TransformResponse,
} from "@pulumi/pulumi/proto/resource_pb";
import { Transforms } from "../../src/engine/transforms";
import { fromStruct, toStruct } from "../../src/wire/struct";
import { type WireObject } from "../../src/wire/values";
import { CallbackFunctions } from "./callback-functions";
import { urnOf } from "./program";

const SUBJECT = { type: "aws:sns/topic:Topic", name: "it", custom: true, parent: urnOf("a:b:C", "parent") };

/** A transform of a resource. */
function transform(
  functions: CallbackFunctions,
  token: string,
  change: (request: TransformRequest, response: TransformResponse) => void,
): Callback {
  return functions.add(token, (bytes) => {
    const response = new TransformResponse();
    change(TransformRequest.deserializeBinary(bytes), response);
    return response.serializeBinary();
  });
}

/** A transform that adds its own token to the property `order`. */
function adds(functions: CallbackFunctions, token: string): Callback {
  return transform(functions, token, (request, response) => {
    const properties = fromStruct(request.getProperties());
    response.setProperties(
      toStruct({ ...properties, order: `${(properties["order"] as string | undefined) ?? ""}${token}` }),
    );
    response.setOptions(request.getOptions());
  });
}

describe("the transforms of a resource", () => {
  const functions = new CallbackFunctions();
  const transforms = new Transforms(functions);
  const [own, near, far, stack] = ["o", "n", "f", "s"].map((token) => adds(functions, token)) as [
    Callback,
    Callback,
    Callback,
    Callback,
  ];
  transforms.addToStack(stack);
  transforms.addToResource(urnOf("a:b:C", "near"), [near]);
  transforms.addToResource(urnOf("a:b:C", "far"), [far]);

  it("are its own, its parents' from the nearest on, and the stack's", async () => {
    const parents = [urnOf("a:b:C", "near"), urnOf("a:b:C", "plain"), urnOf("a:b:C", "far")];
    const applicable = transforms.applicable([own], parents);
    const { properties } = await transforms.apply(applicable, SUBJECT, { kept: 1 }, new TransformResourceOptions());
    assert.deepEqual(properties, { kept: 1, order: "onfs" });
  });

  it("see what they may not change", async () => {
    let seen: unknown;
    const looks = transform(functions, "looks", (request) => {
      seen = [request.getType(), request.getName(), request.getCustom(), request.getParent()];
    });
    await transforms.apply([looks], SUBJECT, {}, new TransformResourceOptions());
    assert.deepEqual(seen, Object.values(SUBJECT));
  });

  it("leave properties and options as they are where they answer with neither", async () => {
    const options = new TransformResourceOptions();
    options.setProtect(true);
    const silent = transform(functions, "silent", () => undefined);
    const result = await transforms.apply([silent], SUBJECT, { kept: 1 }, options);
    assert.deepEqual(result.properties, { kept: 1 });
    assert.equal(result.options, options);
  });

  it("change options, each on what the one before made", async () => {
    const protects = transform(functions, "protects", (_request, response) => {
      const options = new TransformResourceOptions();
      options.setProtect(true);
      response.setOptions(options);
    });
    const looks = transform(functions, "looks", (request) => assert.equal(request.getOptions()?.getProtect(), true));
    const { options } = await transforms.apply([protects, looks], SUBJECT, {}, new TransformResourceOptions());
    assert.equal(options.getProtect(), true);
  });

  it("fail with the program's own error", async () => {
    const fails = functions.add("fails", () => {
      throw new Error("thrown in a transform");
    });
    await assert.rejects(
      transforms.apply([fails], SUBJECT, {}, new TransformResourceOptions()),
      /thrown in a transform/,
    );
  });
});

describe("the transforms of look-ups", () => {
  it("change arguments and options in the order in which they were added", async () => {
    const functions = new CallbackFunctions();
    const transforms = new Transforms(functions);
    const add = (token: string, change: (args: WireObject) => WireObject): void =>
      transforms.addToInvokes(
        functions.add(token, (bytes) => {
          const request = TransformInvokeRequest.deserializeBinary(bytes);
          assert.equal(request.getToken(), "aws:ec2/getAmi:getAmi");
          const response = new TransformInvokeResponse();
          response.setArgs(toStruct(change(fromStruct(request.getArgs()))));
          return response.serializeBinary();
        }),
      );
    add("first", (args) => ({ ...args, order: "1" }));
    add("second", (args) => ({ ...args, order: `${args["order"] as string}2` }));
    const options = new TransformInvokeOptions();
    const result = await transforms.applyToInvoke("aws:ec2/getAmi:getAmi", { kept: true }, options);
    assert.deepEqual(result.args, { kept: true, order: "12" });
    assert.equal(result.options, options);
  });

  it("are none where there are none", async () => {
    const options = new TransformInvokeOptions();
    const args = { a: 1 };
    assert.deepEqual(await new Transforms(new CallbackFunctions()).applyToInvoke("a:b:c", args, options), {
      args,
      options,
    });
  });
});
