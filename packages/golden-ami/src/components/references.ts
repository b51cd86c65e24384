import { type ComponentDocument, type DocumentStep } from "./document-args";
import { type Phase, PHASES } from "./document-yaml";

/** Where a text refers to something by its name; other text in braces is left as it is. */
const REFERENCE = /\{\{\s*([\w-]+(?:\.[\w-]+(?:\[\d+\])?)*)\s*\}\}/g;

/** What runs in the stage that a phase is of; no other stage knows of it. */
const STAGES: { [phase in Phase]: Phase[] } = { build: ["build"], validate: ["build", "validate"], test: ["test"] };

/** The references of a step that lead nowhere. */
export function strayReferences(document: ComponentDocument, phase: Phase, step: DocumentStep): string[] {
  const { inputs, condition, loop } = step as { inputs?: unknown; condition?: unknown; loop?: DocumentStep["loop"] };
  const text = JSON.stringify([inputs, condition, loop?.forEach, loop?.list]);
  const references = [...text.matchAll(REFERENCE)].map(([, reference]) => reference as string);
  return [...new Set(references)].filter((reference) => !leadsSomewhere(reference, document, phase, step));
}

function leadsSomewhere(
  reference: string,
  document: ComponentDocument,
  phase: Phase,
  { name, loop }: DocumentStep,
): boolean {
  const [first = "", second = "", third = ""] = reference.split(".");
  if (second === "") {
    return { ...document.parameters, ...document.constants }[first] !== undefined;
  }
  if (loop !== undefined && (first === "loop" || first === loop.name)) {
    return ["value", "index"].includes(second);
  }
  const known = STAGES[phase].find((each) => each === first);
  if (known === undefined || !/^(inputs|outputs)(\[\d+\])?$/.test(third)) {
    return false;
  }
  const names = (document[known] ?? []).map((step) => step.name);
  return known === phase
    ? names.indexOf(second) >= 0 && names.indexOf(second) < names.indexOf(name)
    : names.includes(second);
}

/** The steps of a document, with the phase that each is of. */
export function stepsOf(document: ComponentDocument): { phase: Phase; index: number; step: DocumentStep }[] {
  return PHASES.flatMap((phase) => (document[phase] ?? []).map((step, index) => ({ phase, index, step })));
}
