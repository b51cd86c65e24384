/**
 * The items of a set as AWS's provider iterates over them: each once, in the order of the decimal digits of their hash.
 * Where two blocks of a statement name the same principal or condition, it joins what they hold in this order.
 *
 * @param serialise An item in the form that the provider hashes.
 * @see https://github.com/hashicorp/terraform-plugin-sdk/blob/main/helper/schema/set.go
 */
export function inSetOrder<T>(items: T[], serialise: (item: T) => string): T[] {
  const byHash = new Map<string, T>();
  for (const item of items) {
    const hash = hashOf(serialise(item));
    byHash.set(hash, byHash.get(hash) ?? item);
  }
  return [...byHash].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
}

/** Texts of a set in the form that the provider hashes a list or a set of them in. */
export function serialiseTexts(texts: string[]): string {
  return texts.map((text) => `${text};`).join("");
}

/** The hash of a text, in decimal digits: its CRC-32. */
export function hashOf(text: string): string {
  let crc = 0xffffffff;
  for (const byte of Buffer.from(text)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) {
      crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    }
  }
  return String((crc ^ 0xffffffff) >>> 0);
}
