import * as assert from "node:assert/strict";
import * as grpc from "@grpc/grpc-js";
import { CallbacksService } from "@pulumi/pulumi/proto/callback_grpc_pb";
import { Callback, type CallbackInvokeRequest, CallbackInvokeResponse } from "@pulumi/pulumi/proto/callback_pb";
import { Callbacks } from "../../src/engine/callbacks";
import { within } from "../project/temporary";

type Invoke = grpc.handleUnaryCall<CallbackInvokeRequest, CallbackInvokeResponse>;

/** Serves functions as an SDK does, for the time of a test. */
async function served(invoke: Invoke, test: (callback: Callback) => Promise<void>): Promise<void> {
  await within({}, async (directory) => {
    const server = new grpc.Server();
    server.addService(CallbacksService, { invoke });
    const target = `unix:${directory.path("callbacks")}`;
    await new Promise((resolve) => server.bindAsync(target, grpc.ServerCredentials.createInsecure(), resolve));
    const callback = new Callback();
    callback.setToken("token");
    callback.setTarget(target);
    try {
      await test(callback);
    } finally {
      server.forceShutdown();
    }
  });
}

describe("a callback", () => {
  it("is called with its token and its request, and gives its response", () =>
    served(
      ({ request }, answer) => {
        const response = new CallbackInvokeResponse();
        response.setResponse(
          Buffer.from(`${request.getToken()}: ${Buffer.from(request.getRequest_asU8()).toString()}`),
        );
        answer(null, response);
      },
      async (callback) => {
        const callbacks = new Callbacks();
        const response = await callbacks.invoke(callback, Buffer.from("question"));
        assert.equal(Buffer.from(response).toString(), "token: question");
        callbacks.close();
      },
    ));

  it("fails with the program's own words", () =>
    served(
      (_call, answer) => answer({ code: grpc.status.UNKNOWN, details: "thrown in the program" }),
      async (callback) => {
        const callbacks = new Callbacks();
        await assert.rejects(callbacks.invoke(callback, Buffer.from("")), { message: "thrown in the program" });
        callbacks.close();
      },
    ));
});
