import { Callback } from "@pulumi/pulumi/proto/callback_pb";

/** Functions of a program that an engine calls back, by their tokens; without the sockets between them. */
export class CallbackFunctions {
  /** Which were called, in order. */
  readonly called: string[] = [];
  private readonly functions = new Map<string, (request: Uint8Array) => Uint8Array>();

  /** A function, as the engine gets it. */
  add(token: string, work: (request: Uint8Array) => Uint8Array): Callback {
    this.functions.set(token, work);
    const callback = new Callback();
    callback.setToken(token);
    callback.setTarget("127.0.0.1:1");
    return callback;
  }

  /** Rejects with what the function throws. */
  invoke(callback: Callback, request: Uint8Array): Promise<Uint8Array> {
    const token = callback.getToken();
    this.called.push(token);
    return Promise.resolve().then(() => (this.functions.get(token) as (request: Uint8Array) => Uint8Array)(request));
  }
}
