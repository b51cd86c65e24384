/**
 * The stand-in for AWS's provider plugin. The engine suite bundles this file as `pulumi-resource-aws`.
 *
 * It takes from the environment: `STAND_IN_SDK`, the folder of the installed @pulumi/aws; `STAND_IN_CLOUD`, the folder
 * of its cloud; `STAND_IN_LOOKUPS`, a file of look-ups (optional).
 */
import * as grpc from "@grpc/grpc-js";
import services from "@pulumi/pulumi/proto/provider_grpc_pb";
import { Lookups } from "../../../src/lookups";
import { Cloud } from "./cloud";
import { Sdk } from "./sdk";
import { StandIn } from "./service";

/** The largest message that the engine sends, as in Pulumi's own SDK: 400 MiB. */
const MAX_MESSAGE_BYTES = 400 * 1024 * 1024;

/** How often to look whether the engine is still there, in milliseconds. */
const PARENT_CHECK_MS = 1000;

function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined) {
    throw new Error(`the stand-in for AWS's provider needs the environment variable ${name}`);
  }
  return value;
}

const standIn = new StandIn(
  new Sdk(setting("STAND_IN_SDK")),
  new Cloud(setting("STAND_IN_CLOUD")),
  Lookups.load(process.env["STAND_IN_LOOKUPS"] ?? "none", false),
);
const server = new grpc.Server({ "grpc.max_receive_message_length": MAX_MESSAGE_BYTES });
server.addService(services.ResourceProviderService, standIn.service());
server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
  if (error !== null) {
    throw error;
  }
  process.stdout.write(`${port}\n`);
});

const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) {
    process.exit(0);
  }
}, PARENT_CHECK_MS).unref();
