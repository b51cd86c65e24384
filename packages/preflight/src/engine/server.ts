import * as grpc from "@grpc/grpc-js";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { type IEngineServer } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { ResourceMonitorService, type IResourceMonitorServer } from "@pulumi/pulumi/proto/resource_grpc_pb";
import { CHANNEL_OPTIONS } from "../wire/channel";

/** The gRPC server of one preview, on a Unix socket: whoever may enter the socket's folder may connect, and nobody else. */
export class EngineServer {
  private constructor(
    /** As gRPC writes it. */
    readonly address: string,
    private readonly server: grpc.Server,
  ) {}

  /** Opens the socket, so that its address can be handed on; {@link serve} comes next. */
  static async listen(socket: string): Promise<EngineServer> {
    const server = new grpc.Server(CHANNEL_OPTIONS);
    const address = `unix:${socket}`;
    await new Promise<void>((resolve, reject) => {
      server.bindAsync(address, grpc.ServerCredentials.createInsecure(), (error) =>
        error === null ? resolve() : reject(error),
      );
    });
    return new EngineServer(address, server);
  }

  serve(engine: { service: IEngineServer; resourceMonitor: IResourceMonitorServer }): void {
    this.server.addService(EngineService, engine.service);
    this.server.addService(ResourceMonitorService, engine.resourceMonitor);
  }

  close(): void {
    this.server.forceShutdown();
  }
}
