import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { type WireObject } from "./values";

/** The protobuf form of properties. */
export function toStruct(properties: WireObject): Struct {
  return Struct.fromJavaScript(properties);
}

/** Properties from their protobuf form. */
export function fromStruct(struct: Struct | undefined): WireObject {
  return struct?.toJavaScript() ?? {};
}
