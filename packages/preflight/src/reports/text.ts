/* eslint-disable no-control-regex -- control characters are what these expressions look for */

/**
 * Text of unknown origin made fit to print. Names and messages come from programs and packs, which pass on what a user or
 * a tool wrote: an escape sequence in them must not recolour, move or rewrite what preflight says around them.
 */

/** Whole terminal sequences (colours, cursor movement, titles, links), which say nothing once the terminal is gone. */
const SEQUENCES =
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|(?:\u001b[\]PX^_]|[\u0090\u0098\u009d-\u009f])[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)/g;

/** Other control characters, marks that reorder the text around them, halves of a character, and what XML cannot hold. */
const UNPRINTABLE =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Surrogate}/gu;

/** Text whose characters take a column each, as nearly all of it is: ASCII and the lines of the tree. */
const NARROW = /^[ -~\u2500-\u257f…]*$/;
const INVISIBLE = /^[\p{Mark}\p{Default_Ignorable_Code_Point}]+$/u;
const WIDE =
  /\p{Emoji_Presentation}|\ufe0f|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** The text on as many lines as it has, with nothing in it that a terminal, an XML parser or a reader would act on. */
export function clean(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .replace(SEQUENCES, "")
    .replace(/\t/g, "    ")
    .replace(UNPRINTABLE, visible);
}

/** The text on one line: for names, types and whatever else stands beside other text. */
export function cleanLine(text: string): string {
  return clean(text).replace(/\n/g, "␊");
}

/** How many columns the text takes on a terminal. */
export function displayWidth(text: string): number {
  if (NARROW.test(text)) {
    return text.length;
  }
  let width = 0;
  for (const { segment } of graphemes.segment(text)) {
    width += INVISIBLE.test(segment) ? 0 : WIDE.test(segment) ? 2 : 1;
  }
  return width;
}

/** The text followed by the spaces that it lacks to fill so many columns. */
export function padTo(text: string, columns: number): string {
  return text + " ".repeat(Math.max(0, columns - displayWidth(text)));
}

/** The text, cut to so many columns, with an ellipsis where it was cut. */
export function truncate(text: string, columns: number): string {
  if (displayWidth(text) <= columns) {
    return text;
  }
  let kept = "";
  let width = 0;
  for (const { segment } of graphemes.segment(text)) {
    width += displayWidth(segment);
    if (width > columns - 1) {
      break;
    }
    kept += segment;
  }
  return `${kept}…`;
}

/**
 * Breaks prose into lines of at most so many columns, at spaces. A word that is longer than that stays whole (it is a path,
 * an address or an identifier, and someone may copy it), and so does a line that starts with a space (code or a stack
 * trace).
 */
export function wrap(text: string, columns: number): string[] {
  return text.split("\n").flatMap((line) => (line.startsWith(" ") ? [line] : wrapLine(line, columns)));
}

/** A whole number with its thousands apart. */
export function count(value: number): string {
  return value.toLocaleString("en-US");
}

/** A count and its noun, in the plural unless the count is one. */
export function counted(value: number, singular: string, plural = `${singular}s`): string {
  return `${count(value)} ${value === 1 ? singular : plural}`;
}

/** A duration for people: tenths of a second, or minutes and seconds. */
export function seconds(milliseconds: number): string {
  const tenths = Math.round(milliseconds / 100);
  if (tenths < 600) {
    return `${(tenths / 10).toFixed(1)} s`;
  }
  const whole = Math.round(milliseconds / 1000);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

function wrapLine(line: string, columns: number): string[] {
  const lines: string[] = [];
  let current = "";
  for (const word of line.split(/ +/)) {
    if (current !== "" && displayWidth(current) + 1 + displayWidth(word) > columns) {
      lines.push(current);
      current = word;
    } else {
      current = current === "" ? word : `${current} ${word}`;
    }
  }
  return [...lines, current];
}

/** What stands for an unprintable character: the picture of a control character, or the sign for "cannot be shown". */
function visible(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) {
    return String.fromCharCode(0x2400 + code);
  }
  return code === 0x7f ? "␡" : "\ufffd";
}
