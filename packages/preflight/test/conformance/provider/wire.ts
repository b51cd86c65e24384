import * as grpc from "@grpc/grpc-js";
import provider from "@pulumi/pulumi/proto/provider_pb";
import structPb from "google-protobuf/google/protobuf/struct_pb";
import { type Failure } from "./check";
import { type Properties, same } from "./values";

/** The requests that compare a resource's old inputs with its new ones. */
interface Comparison {
  getOlds(): structPb.Struct | undefined;
  getNews(): structPb.Struct | undefined;
  getOldInputs(): structPb.Struct | undefined;
}

/** A handler of one method out of a plain function; what it throws is the error that the engine shows. */
export function unary<Request, Response>(
  answer: (request: Request) => Response,
): grpc.handleUnaryCall<Request, Response> {
  return (call, callback) => {
    try {
      callback(null, answer(call.request));
    } catch (error) {
      callback({ code: grpc.status.UNKNOWN, details: error instanceof Error ? error.message : String(error) });
    }
  };
}

/** The properties in a message; none where the message has none. */
export function properties(struct: structPb.Struct | undefined): Properties {
  return struct?.toJavaScript() ?? {};
}

/** Properties as a message carries them. */
export function struct(values: Properties): structPb.Struct {
  return structPb.Struct.fromJavaScript(values);
}

/** The answer to a check: the inputs as they are, and what is wrong with them. */
export function checked(request: provider.CheckRequest, failures: Failure[]): provider.CheckResponse {
  const response = new provider.CheckResponse().setInputs(request.getNews());
  for (const { property, reason } of failures) {
    const failure = new provider.CheckFailure();
    failure.setProperty(property);
    failure.setReason(reason);
    response.addFailures(failure);
  }
  return response;
}

/** The names of the inputs that differ. */
export function changes(request: Comparison): string[] {
  const before = properties(request.getOldInputs() ?? request.getOlds());
  const after = properties(request.getNews());
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => !same(before[name], after[name])).sort();
}

/** The answer to a comparison. */
export function diffOf(changed: string[], replacing: string[]): provider.DiffResponse {
  const kinds = provider.PropertyDiff.Kind;
  const response = new provider.DiffResponse();
  response.setChanges(
    changed.length > 0 ? provider.DiffResponse.DiffChanges.DIFF_SOME : provider.DiffResponse.DiffChanges.DIFF_NONE,
  );
  response.setDiffsList(changed).setReplacesList(replacing).setHasdetaileddiff(true);
  for (const name of changed) {
    const detail = new provider.PropertyDiff().setInputdiff(true);
    detail.setKind(replacing.includes(name) ? kinds.UPDATE_REPLACE : kinds.UPDATE);
    response.getDetaileddiffMap().set(name, detail);
  }
  return response;
}

/** The type token in a URN, without its parents'. */
export function tokenIn(urn: string): string {
  return urn.split("::")[2]?.split("$").pop() ?? "";
}

/** The logical name in a URN. */
export function nameIn(urn: string): string {
  return urn.split("::").slice(3).join("::");
}
