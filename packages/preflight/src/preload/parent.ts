import * as fs from "node:fs";
import { Socket } from "node:net";
import { isMainThread } from "node:worker_threads";
import { FOLDER_VARIABLE, PARENT_VARIABLE } from "../protocol/environment";
import { CHANNEL_DESCRIPTOR, type ChildMessage, writeMessage } from "../protocol/messages";

/** Whether this is a process that preflight started, and no thread or process that a program started in turn. */
export function isChildOfPreflight(): boolean {
  return isMainThread && process.env[PARENT_VARIABLE] === String(process.ppid);
}

let channel: Socket | undefined;

/** Tells preflight something; nothing where it is not preflight that would be told. */
export function tellPreflight(message: ChildMessage): void {
  channel?.write(writeMessage(message));
}

/** Opens the channel to preflight, and ends this process once preflight has ended, however that came about. */
export function joinPreflight(): void {
  if (!isChildOfPreflight()) {
    return;
  }
  channel = new Socket({ fd: CHANNEL_DESCRIPTOR });
  // The channel alone must not keep a finished program alive.
  channel.unref();
  channel.on("error", () => undefined);
  channel.on("close", () => {
    removeFolder(process.env[FOLDER_VARIABLE]);
    process.exit(1);
  });
  channel.resume();
}

/** Preflight removes the folder of its sockets itself, but for when it was killed. */
function removeFolder(folder: string | undefined): void {
  if (folder !== undefined && folder !== "") {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
