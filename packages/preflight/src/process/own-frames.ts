/** The lines of a stack trace that are preflight's own, the SDK's host's, ts-node's, or Node.js's loading of modules. */
const OWN_FRAMES =
  /\n {4}at [^\n]*(?:dist[\\/]preload\.js:\d+|node:internal\/(?:modules|process)\/|[\\/]ts-node[\\/]|@pulumi[\\/](?:pulumi[\\/])?cmd[\\/]run)[^\n]*?( \{)?(?=\n|$)/g;

/** A text without the lines of what runs a program, which no program's author can mend. */
export function withoutOwnFrames(text: string): string {
  return text.replace(OWN_FRAMES, "$1");
}
