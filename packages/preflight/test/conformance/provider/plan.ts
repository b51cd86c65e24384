/** What becomes of a resource's inputs when a program changes them, as AWS's provider plans it. */

import { type Behaviour } from "./behaviour";
import { type Shape } from "../../../src/lookups/placeholders/declarations";
import { type ResourceType, type Sdk } from "./sdk";
import { plain, type Properties, signatureOf, UNKNOWN, type Value } from "./values";

type Maybe = Value | undefined;

/** Plans one type's resources. */
export class Planner {
  private readonly keeps: Set<string>;
  private readonly unordered: Set<string>;

  constructor(
    private readonly sdk: Sdk,
    private readonly type: ResourceType,
    private readonly behaviour: Behaviour | undefined,
  ) {
    this.keeps = new Set(behaviour?.keeps);
    this.unordered = new Set(behaviour?.unordered);
  }

  /** The inputs with all that the provider fills in: what stays of the state, and its defaults. */
  effective(inputs: Properties, state: Properties = {}): Properties {
    const filled: Properties = {};
    for (const { name, shape } of this.type.inputs.values()) {
      const value = this.fill(shape, inputs[name], state[name], name);
      if (value !== undefined && value !== null) {
        filled[name] = value;
      }
    }
    return filled;
  }

  /** The paths at which the provider sees a difference, those of blocks and of all within them. */
  changes(inputs: Properties, oldInputs: Properties, state: Properties): string[] {
    const found = new Set<string>();
    const note = (path: string): unknown => found.add(path);
    for (const { name, shape } of this.type.inputs.values()) {
      this.compare(shape, inputs[name], oldInputs[name], state[name], name, note);
    }
    return [...found].sort();
  }

  private fill(shape: Shape, value: Maybe, old: Maybe, path: string): Maybe {
    if (value === undefined || value === null) {
      return this.keeps.has(path) && !missing(old) ? old : this.behaviour?.defaults?.[path];
    }
    if (value === UNKNOWN || signatureOf(value) !== undefined) {
      return value;
    }
    if (shape.kind === "object" && isObject(value)) {
      const before = plain(old);
      const filled: Properties = { ...value };
      for (const member of this.sdk.object(shape.reference)) {
        const inner = isObject(before) ? before[member.name] : undefined;
        const given = this.fill(member.shape, value[member.name], inner, `${path}.${member.name}`);
        if (given !== undefined) {
          filled[member.name] = given;
        }
      }
      return filled;
    }
    if (shape.kind === "list" && Array.isArray(value)) {
      const before = this.unordered.has(path) ? [] : listOf(old);
      return value.map((item, index) => this.fill(shape.element, item, before[index], `${path}[]`) ?? null);
    }
    return value;
  }

  private compare(
    shape: Shape,
    now: Maybe,
    before: Maybe,
    state: Maybe,
    path: string,
    note: (path: string) => unknown,
  ) {
    const [value, old] = [plain(now), plain(before)];
    if (missing(value) && missing(old)) {
      return;
    }
    if (missing(value)) {
      const fallback = this.behaviour?.defaults?.[path];
      if (!this.keeps.has(path) && !(fallback !== undefined && alike(fallback, plain(state) ?? old))) {
        this.noteAll(shape, old, path, note, this.keeps);
      }
      return;
    }
    if (missing(old)) {
      const held = plain(state) ?? this.behaviour?.defaults?.[path];
      if (held === undefined || !alike(this.fill(shape, value, undefined, path), held)) {
        this.noteAll(shape, value, path, note);
      }
      return;
    }
    if (value === UNKNOWN || old === UNKNOWN) {
      if (value !== old && plain(state) !== value) {
        note(path);
      }
    } else if (shape.kind === "object" && isObject(value) && isObject(old)) {
      const held = plain(state);
      for (const member of this.sdk.object(shape.reference)) {
        const inner = isObject(held) ? held[member.name] : undefined;
        this.compare(member.shape, value[member.name], old[member.name], inner, `${path}.${member.name}`, note);
      }
    } else if (shape.kind === "list" && Array.isArray(value) && Array.isArray(old)) {
      this.compareLists(shape.element, value, old, listOf(state), path, note);
    } else if (!alike(value, plain(state) ?? old)) {
      note(path);
    }
  }

  private compareLists(
    element: Shape,
    value: Value[],
    old: Value[],
    state: Value[],
    path: string,
    note: (path: string) => unknown,
  ) {
    const inner = `${path}[]`;
    if (this.unordered.has(path)) {
      const filled = (items: Value[]): string[] =>
        items.map((item) => textOf(this.fill(element, item, undefined, inner) ?? null));
      const [now, before] = [filled(value), filled(old)];
      const differing = [
        ...value.filter((_, index) => !before.includes(now[index] as string)),
        ...old.filter((_, index) => !now.includes(before[index] as string)),
      ];
      differing.forEach((item) => this.noteAll(element, item, inner, note));
      if (differing.length > 0 || value.length !== old.length) {
        note(path);
      }
      return;
    }
    for (let index = 0; index < Math.max(value.length, old.length); index++) {
      this.compare(element, value[index], old[index], state[index], inner, note);
    }
    if (value.length !== old.length) {
      note(path);
    }
  }

  /**
   * Notes a path and every path under it that a value has something at.
   *
   * @param but The paths at which the provider sees no difference: of a block that goes, what AWS would have computed.
   */
  private noteAll(
    shape: Shape,
    value: Maybe,
    path: string,
    note: (path: string) => unknown,
    but: ReadonlySet<string> = new Set(),
  ): void {
    if (but.has(path)) {
      return;
    }
    note(path);
    if (shape.kind === "object" && isObject(value)) {
      for (const member of this.sdk.object(shape.reference)) {
        if (!missing(value[member.name])) {
          this.noteAll(member.shape, value[member.name], `${path}.${member.name}`, note, but);
        }
      }
    } else if (shape.kind === "list" && Array.isArray(value)) {
      value.forEach((item) => this.noteAll(shape.element, item, `${path}[]`, note, but));
    }
  }
}

function missing(value: Maybe): value is null | undefined {
  return value === undefined || value === null;
}

function isObject(value: Maybe): value is Properties {
  return typeof value === "object" && value !== null && !Array.isArray(value) && signatureOf(value) === undefined;
}

function listOf(value: Maybe): Value[] {
  const items = plain(value);
  return Array.isArray(items) ? items : [];
}

/** Whether AWS's provider takes two values for one: it reads `"true"` and `true` alike, and JSON however it is written. */
function alike(left: Maybe, right: Maybe): boolean {
  return textOf(left ?? null) === textOf(right ?? null);
}

function textOf(value: Value): string {
  if (typeof value === "string" && value.startsWith("{")) {
    try {
      return textOf(JSON.parse(value) as Value);
    } catch {
      return value;
    }
  }
  if (typeof value !== "object" || value === null) {
    return String(value);
  }
  return JSON.stringify(
    Array.isArray(value)
      ? value.map(textOf)
      : Object.entries(value)
          .filter(([, item]) => item !== null)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, item]) => [key, textOf(item)]),
  );
}
