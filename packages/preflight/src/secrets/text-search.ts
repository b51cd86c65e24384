/** A text to find. */
export interface Sought {
  text: string;
  /** Whether it counts only where it is no part of a longer word. */
  asWord: boolean;
}

/** How many characters a text must have to be found. */
export const SHORTEST = 3;

/** How many places of the table there are for each text: the more, the fewer of them are looked at in vain. */
const PLACES_FOR_EACH = 16;

const WORD = /[\p{L}\p{N}_]/u;

/**
 * Finds many texts in one, in time that depends on its length and hardly on how many they are: a table says of three
 * characters whether any of the texts begins with them.
 */
export class TextSearch {
  private readonly byStart = new Map<string, Sought[]>();
  private readonly table: Uint8Array;

  /** @param sought Texts of {@link SHORTEST} characters or more. */
  constructor(sought: Sought[]) {
    this.table = new Uint8Array(2 ** Math.ceil(Math.log2(Math.max(1, sought.length) * PLACES_FOR_EACH)));
    for (const one of sought) {
      const start = one.text.slice(0, SHORTEST);
      const others = this.byStart.get(start);
      if (others === undefined) {
        this.byStart.set(start, [one]);
      } else {
        others.push(one);
      }
      this.table[this.place(one.text, 0)] = 1;
    }
    this.byStart.forEach((list) => list.sort((a, b) => b.text.length - a.text.length));
  }

  /**
   * A text with something in place of each of those sought; those that overlap are one.
   *
   * @param replacement What stands there instead. Where the text has it already, it is left alone.
   */
  replace(text: string, replacement: string): string {
    let result = "";
    let copied = 0;
    for (let index = 0; index + SHORTEST <= text.length; index++) {
      if (text.startsWith(replacement, index)) {
        index += replacement.length - 1;
        continue;
      }
      const end = this.endOfMatch(text, index);
      if (end > index) {
        result += text.slice(copied, index) + replacement;
        copied = end;
        index = end - 1;
      }
    }
    return copied === 0 ? text : result + text.slice(copied);
  }

  /** Where the longest text that begins at a place ends, or one that begins within it; the place itself if none does. */
  private endOfMatch(text: string, start: number): number {
    let end = start + this.lengthAt(text, start);
    for (let index = start + 1; index < end; index++) {
      end = Math.max(end, index + this.lengthAt(text, index));
    }
    return end;
  }

  /** The length of the longest text that begins at a place. */
  private lengthAt(text: string, index: number): number {
    if (index + SHORTEST > text.length || this.table[this.place(text, index)] === 0) {
      return 0;
    }
    const candidates = this.byStart.get(text.slice(index, index + SHORTEST)) ?? [];
    const found = candidates.find(
      (one) => text.startsWith(one.text, index) && (!one.asWord || isWord(text, index, one.text.length)),
    );
    return found?.text.length ?? 0;
  }

  private place(text: string, index: number): number {
    const code = text.charCodeAt(index) * 961 + text.charCodeAt(index + 1) * 31 + text.charCodeAt(index + 2);
    return code & (this.table.length - 1);
  }
}

/** Whether what stands at a place is no part of a longer word. */
function isWord(text: string, index: number, length: number): boolean {
  const joins = (left: number): boolean => WORD.test(text.charAt(left)) && WORD.test(text.charAt(left + 1));
  return !joins(index - 1) && !joins(index + length - 1);
}
