import * as grpc from "@grpc/grpc-js";
import { CallbacksClient } from "@pulumi/pulumi/proto/callback_grpc_pb";
import { type Callback, CallbackInvokeRequest } from "@pulumi/pulumi/proto/callback_pb";
import { CHANNEL_OPTIONS } from "../wire/channel";

/** The functions of the program that the engine calls back: transforms and hooks. */
export class Callbacks {
  private readonly clients = new Map<string, CallbacksClient>();

  /**
   * Calls a function of the program.
   *
   * @param request The function's request, as protobuf bytes.
   * @returns The function's response, as protobuf bytes.
   * @throws The function's own error, as the program worded it.
   */
  invoke(callback: Callback, request: Uint8Array): Promise<Uint8Array> {
    const message = new CallbackInvokeRequest();
    message.setToken(callback.getToken());
    message.setRequest(request);
    const client = this.client(callback.getTarget());
    return new Promise((resolve, reject) => {
      client.invoke(message, (error, response) => {
        if (error !== null) {
          reject(new Error(error.details));
        } else {
          resolve(response.getResponse_asU8());
        }
      });
    });
  }

  close(): void {
    this.clients.forEach((client) => client.close());
  }

  private client(target: string): CallbacksClient {
    let client = this.clients.get(target);
    if (client === undefined) {
      client = new CallbacksClient(target, grpc.credentials.createInsecure(), CHANNEL_OPTIONS);
      this.clients.set(target, client);
    }
    return client;
  }
}
