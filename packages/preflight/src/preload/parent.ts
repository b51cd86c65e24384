import { isMainThread } from "node:worker_threads";
import { PARENT_VARIABLE } from "../protocol/environment";
import { type ChildMessage } from "../protocol/messages";

/** Whether this is a process that preflight started, and no thread or process that a program started in turn. */
export function isChildOfPreflight(): boolean {
  return isMainThread && process.env[PARENT_VARIABLE] === String(process.ppid);
}

/** Tells preflight something; nothing where it is not preflight that would be told. */
export function tellPreflight(message: ChildMessage): void {
  if (isChildOfPreflight()) {
    process.send?.(message);
  }
}

/** Ends this process once preflight has ended, however that came about. */
export function endWithPreflight(): void {
  if (isChildOfPreflight()) {
    // The channel alone must not keep a finished program alive.
    (process as { channel?: { unref(): void } }).channel?.unref();
    process.on("disconnect", () => process.exit(1));
  }
}
