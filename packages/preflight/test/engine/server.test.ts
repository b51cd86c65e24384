import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as grpc from "@grpc/grpc-js";
import { EngineClient } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { GetRootResourceRequest, type GetRootResourceResponse } from "@pulumi/pulumi/proto/engine_pb";
import { EngineServer } from "../../src/engine/server";
import { within } from "../project/temporary";
import { Program } from "./program";

describe("the engine's server", () => {
  it("answers at its socket, which is gone when it is closed", () =>
    within({}, async (directory) => {
      const socket = directory.path("engine");
      const server = await EngineServer.listen(socket);
      assert.equal(server.address, `unix:${socket}`);
      server.serve(Program.onlooked().engine);
      const client = new EngineClient(server.address, grpc.credentials.createInsecure());
      const response = await new Promise<GetRootResourceResponse>((resolve, reject) => {
        client.getRootResource(new GetRootResourceRequest(), (error, answer) =>
          error ? reject(error) : resolve(answer),
        );
      });
      assert.equal(response.getUrn(), "");
      client.close();
      server.close();
      assert.equal(fs.existsSync(socket), false);
    }));
});
