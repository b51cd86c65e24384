/** A field of Image Builder's cron expressions. */
interface Field {
  name: string;
  from: number;
  to: number;
  /** Names that stand for numbers, the first for {@link from}. */
  names: string[];
  /** What is allowed beside numbers, ranges, steps and `*`. */
  special?: RegExp;
}

/** @see https://docs.aws.amazon.com/imagebuilder/latest/userguide/cron-expressions.html */
const FIELDS: [Field, Field, Field, Field, Field, Field] = [
  { name: "minute", from: 0, to: 59, names: [] },
  { name: "hour", from: 0, to: 23, names: [] },
  { name: "day", from: 1, to: 31, names: [], special: /^(\?|L|([1-9]|[12]\d|3[01])W)$/ },
  {
    name: "month",
    from: 1,
    to: 12,
    names: ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
  },
  {
    name: "weekday",
    from: 1,
    to: 7,
    names: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"],
    special: /^(\?|L|([1-7]|sun|mon|tue|wed|thu|fri|sat)(L|#[1-5]))$/i,
  },
  { name: "year", from: 1970, to: 2199, names: [] },
];
const DAY = 2;
const WEEKDAY = 4;

const RATE = /^rate\((\d+) (minute|hour|day)(s?)\)$/;

/** What a schedule must be, as the end of "… must be …", where it is not; `undefined` where it is. */
export function scheduleMistake(expression: string): string | undefined {
  const rate = RATE.exec(expression);
  if (rate !== null) {
    const [, count, unit, plural] = rate;
    return Number(count) > 0 && (Number(count) === 1) === (plural === "")
      ? undefined
      : `a rate such as rate(1 ${unit!}) or rate(7 ${unit!}s)`;
  }
  const fields = /^cron\((.*)\)$/.exec(expression)?.[1]?.split(" ");
  if (fields === undefined) {
    return "a cron or rate expression";
  }
  if (fields.length !== FIELDS.length) {
    return `a cron expression of six fields (${FIELDS.map(({ name }) => name).join(" ")}), not ${fields.length}`;
  }
  const wrong = FIELDS.find((field, index) => !isField(fields[index]!, field));
  if (wrong !== undefined) {
    const names = wrong.names.length === 0 ? "" : ` or ${wrong.names[0]} to ${wrong.names.at(-1)}`;
    return `a cron expression whose ${wrong.name} is from ${wrong.from} to ${wrong.to}${names}`;
  }
  return (fields[DAY] === "?") === (fields[WEEKDAY] === "?")
    ? "a cron expression with ? as either the day or the weekday"
    : undefined;
}

function isField(text: string, field: Field): boolean {
  return text.split(",").every((item) => isItem(item, field));
}

/** Whether a text is `*`, a value or a range, each with or without a step, or one of the field's special forms. */
function isItem(item: string, field: Field): boolean {
  if (field.special?.test(item) === true) {
    return true;
  }
  const [range, step, ...more] = item.split("/");
  if (
    more.length > 0 ||
    (step !== undefined && !(Number(step) >= 1 && Number(step) <= field.to && /^\d+$/.test(step)))
  ) {
    return false;
  }
  if (range === "*") {
    return true;
  }
  const values = range!.split("-").map((value) => valueOf(value, field));
  const [first, last = first] = values;
  return values.length <= 2 && values.every((value) => value >= field.from && value <= field.to) && first! <= last!;
}

function valueOf(text: string, { from, names }: Field): number {
  const index = names.indexOf(text.toLowerCase());
  return index >= 0 ? from + index : /^\d+$/.test(text) ? Number(text) : NaN;
}
