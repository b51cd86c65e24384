import { mustBeSet, type Subject } from "./facts";
import type { Program } from "./program";
import { UNKNOWN } from "./reading";
import type { Resource } from "./resource";
import { pass, Verdict, type Fact } from "./verdict";

/**
 * A field must name another resource, whichever. One that is known only at deployment does, if its value comes from a
 * resource. `on` is the resource, or an item of it. A rule that asks has `evidence`, be it empty: sources are told once the program has run.
 */
export function mustRefer(
  resource: Resource,
  path: string,
  change: string,
  program: Program,
  on: Subject = resource,
): Fact {
  const fact = mustBeSet(on, path, change);
  const [input = path] = fact.subject.split(/[.[]/);
  const sources = fact.verdict === Verdict.Unknown ? program.sources(resource, input, []) : [];
  return sources !== UNKNOWN && sources.length > 0 ? pass(fact.subject) : fact;
}
