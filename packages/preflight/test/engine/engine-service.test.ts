import * as assert from "node:assert/strict";
import {
  type GetRootResourceResponse,
  GetRootResourceRequest,
  LogRequest,
  LogSeverity,
  SetRootResourceRequest,
} from "@pulumi/pulumi/proto/engine_pb";
import { type IEngineServer } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { engineService } from "../../src/engine/engine-service";
import { StackState } from "../../src/engine/state";

function call<Response>(service: IEngineServer, method: keyof IEngineServer, request: unknown): Promise<Response> {
  type Method = (call: { request: unknown }, callback: (error: Error | null, response: Response) => void) => void;
  return new Promise((resolve, reject) => {
    (service[method] as unknown as Method)({ request }, (error, response) =>
      error ? reject(error) : resolve(response),
    );
  });
}

function log(severity: LogSeverity, message: string, ephemeral = false): LogRequest {
  const request = new LogRequest();
  request.setSeverity(severity);
  request.setMessage(message);
  request.setUrn("urn:it");
  request.setEphemeral(ephemeral);
  return request;
}

describe("the engine's service", () => {
  it("keeps what is logged, but for debugging, what passes, and what comes when nobody listens any more", async () => {
    const state = new StackState();
    let deaf = false;
    const service = engineService(state, () => deaf);
    await call(service, "log", log(LogSeverity.DEBUG, "debug"));
    await call(service, "log", log(LogSeverity.INFO, "passing", true));
    await call(service, "log", log(LogSeverity.INFO, "info"));
    await call(service, "log", log(LogSeverity.WARNING, "warning"));
    await call(service, "log", log(LogSeverity.ERROR, "error"));
    deaf = true;
    await call(service, "log", log(LogSeverity.ERROR, "the connection is lost"));
    assert.deepEqual(
      state.diagnostics,
      (["info", "warning", "error"] as const).map((severity) => ({ severity, message: severity, urn: "urn:it" })),
    );
  });

  it("remembers the root for old SDKs", async () => {
    const service = engineService(new StackState(), () => false);
    const root = () => call<GetRootResourceResponse>(service, "getRootResource", new GetRootResourceRequest());
    assert.equal((await root()).getUrn(), "");
    const request = new SetRootResourceRequest();
    request.setUrn("urn:root");
    await call(service, "setRootResource", request);
    assert.equal((await root()).getUrn(), "urn:root");
  });
});
