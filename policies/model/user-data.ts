import { gunzipSync } from "node:zlib";

/** The most that EC2 takes as user data, compressed, times what text may be compressed to. */
const UNPACKED_AT_MOST = 16 * 1024 * 100;

/** The texts that a field of user data may be: it may be encoded, and compressed besides. */
export function userDataTexts(value: string): string[] {
  const bytes = Buffer.from(value, "base64");
  return [value, bytes.toString("utf8"), ...unpacked(bytes)];
}

function unpacked(bytes: Buffer): string[] {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) {
    return [];
  }
  try {
    return [gunzipSync(bytes, { maxOutputLength: UNPACKED_AT_MOST }).toString("utf8")];
  } catch {
    return [];
  }
}
