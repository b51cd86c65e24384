import * as grpc from "@grpc/grpc-js";

/** A mistake in one call of the program, told to the program as the answer. */
export class RequestError extends Error {
  constructor(
    message: string,
    readonly code: grpc.status = grpc.status.UNKNOWN,
  ) {
    super(message);
  }
}

/** A mistake that ends the preview: the engine reports it and shuts the resource monitor down. */
export class StopPreview extends Error {
  /**
   * @param message What is wrong, as the engine says it.
   * @param urn The resource it is about; empty for the stack.
   */
  constructor(
    message: string,
    readonly urn = "",
  ) {
    super(message);
  }
}
