import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { type IEngineServer } from "@pulumi/pulumi/proto/engine_grpc_pb";
import {
  GetRootResourceResponse,
  LogSeverity,
  RequirePulumiVersionResponse,
  SetRootResourceResponse,
} from "@pulumi/pulumi/proto/engine_pb";
import { type Diagnostic } from "../document";
import { type StackState } from "./state";

const SEVERITIES: Record<LogSeverity, Diagnostic["severity"]> = {
  [LogSeverity.DEBUG]: "debug",
  [LogSeverity.INFO]: "info",
  [LogSeverity.WARNING]: "warning",
  [LogSeverity.ERROR]: "error",
};

/**
 * The side of the engine that takes the logs of programs and packs.
 *
 * @param isDeaf Whether what is logged is of no interest any more.
 */
export function engineService(state: StackState, isDeaf: () => boolean): IEngineServer {
  let rootUrn = "";
  return {
    log: (call, callback) => {
      const severity = SEVERITIES[call.request.getSeverity()];
      if (severity !== "debug" && !isDeaf() && !call.request.getEphemeral()) {
        state.logged(severity, call.request.getMessage(), call.request.getUrn());
      }
      callback(null, new Empty());
    },
    getRootResource: (_call, callback) => {
      const response = new GetRootResourceResponse();
      response.setUrn(rootUrn);
      callback(null, response);
    },
    setRootResource: (call, callback) => {
      rootUrn = call.request.getUrn();
      callback(null, new SetRootResourceResponse());
    },
    startDebugging: (_call, callback) => callback(null, new Empty()),
    // The range is about the Pulumi CLI, which takes no part here.
    requirePulumiVersion: (_call, callback) => callback(null, new RequirePulumiVersionResponse()),
  };
}
