/** What the process of a program tells preflight over the channel between them, each in one line of JSON. */
export interface ChildMessage {
  /** The output properties that the resource's provider computes, by the type of the resource. */
  computedOutputs: Record<string, string[]>;
}

/**
 * The descriptor of the channel in the processes that preflight starts. It is none of Node.js's own channels, so that a
 * program finds no `process.send`, as it finds none under Pulumi's engine.
 */
export const CHANNEL_DESCRIPTOR = 3;

/** A message as it is sent. */
export function writeMessage(message: ChildMessage): string {
  return `${JSON.stringify(message)}\n`;
}

/** A message as it is received; `undefined` for what is none, for the program can write to the channel too. */
export function readMessage(line: string): ChildMessage | undefined {
  let content: unknown;
  try {
    content = JSON.parse(line);
  } catch {
    return undefined;
  }
  return isMessage(content) ? content : undefined;
}

function isMessage(content: unknown): content is ChildMessage {
  const computed = (content as Partial<ChildMessage> | null)?.computedOutputs;
  return (
    typeof computed === "object" &&
    computed !== null &&
    Object.values(computed).every((names) => Array.isArray(names) && names.every((name) => typeof name === "string"))
  );
}
