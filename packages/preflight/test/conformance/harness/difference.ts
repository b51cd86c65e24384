import { type KnownView, type PreviewView } from "./view";

/** Where two previews of the same program differ, one line each; none where they are the same. */
export function differences(engine: PreviewView, preflight: PreviewView): string[] {
  const lines: string[] = [];
  const urns = new Set([...engine.resources, ...preflight.resources].map((resource) => resource.urn));
  for (const urn of urns) {
    const [left, right] = [engine, preflight].map((view) => view.resources.filter((item) => item.urn === urn));
    if (left?.length !== 1 || right?.length !== 1) {
      lines.push(`${urn}: ${left?.length} times in the engine, ${right?.length} times in preflight`);
    } else {
      lines.push(...resourceDifferences(left[0], right[0]));
    }
  }
  for (const part of ["outputs", "violations", "remediations", "notes"] as const) {
    lines.push(...partDifferences(part, engine[part], preflight[part]));
  }
  return lines;
}

/** Where two views of a resource differ in what the engine's side knows. */
function resourceDifferences(engine: KnownView | undefined, preflight: KnownView | undefined): string[] {
  return Object.keys(engine ?? {}).flatMap((field) =>
    partDifferences(
      `${engine?.urn} ${field}`,
      engine?.[field as keyof KnownView],
      preflight?.[field as keyof KnownView],
    ),
  );
}

/** The items of a list, the properties of an object or the whole value, where they are not the same. */
function partDifferences(where: string, engine: unknown, preflight: unknown): string[] {
  if (Array.isArray(engine) && Array.isArray(preflight)) {
    const [left, right] = [engine.map((item) => text(item)), preflight.map((item) => text(item))];
    return [
      ...missingFrom(right, left).map((item) => `${where}: only the engine has ${item}`),
      ...missingFrom(left, right).map((item) => `${where}: only preflight has ${item}`),
    ];
  }
  if (isObject(engine) && isObject(preflight)) {
    const names = new Set([...Object.keys(engine), ...Object.keys(preflight)]);
    return [...names].flatMap((name) => partDifferences(`${where}.${name}`, engine[name], preflight[name]));
  }
  return text(engine) === text(preflight)
    ? []
    : [`${where}: the engine has ${text(engine)}, preflight has ${text(preflight)}`];
}

/** The items of `other` beyond those in `list`, each counted as often as it occurs. */
function missingFrom(list: string[], other: string[]): string[] {
  const left = [...list];
  return other.filter((item) => {
    const index = left.indexOf(item);
    if (index >= 0) {
      left.splice(index, 1);
    }
    return index < 0;
  });
}

function isObject(value: unknown): value is { [name: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A value as text in which the order of keys does not show. */
function text(value: unknown): string {
  return (
    JSON.stringify(value, (_, inner: unknown) =>
      isObject(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
    ) ?? "nothing"
  );
}
