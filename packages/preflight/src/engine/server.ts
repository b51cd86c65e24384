import * as grpc from "@grpc/grpc-js";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { type IEngineServer } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { ResourceMonitorService, type IResourceMonitorServer } from "@pulumi/pulumi/proto/resource_grpc_pb";
import { CHANNEL_OPTIONS } from "../wire/channel";

/** A gRPC server on loopback, on a port of the system's choice. */
export interface Server {
  address: string;
  close(): void;
}

/** Serves the engine and the resource monitor of one stack. */
export async function serve(engine: IEngineServer, monitor: IResourceMonitorServer): Promise<Server> {
  const server = new grpc.Server(CHANNEL_OPTIONS);
  server.addService(EngineService, engine);
  server.addService(ResourceMonitorService, monitor);
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) => {
      if (error !== null) {
        reject(error);
      } else {
        resolve(bound);
      }
    });
  });
  return { address: `127.0.0.1:${port}`, close: () => server.forceShutdown() };
}
