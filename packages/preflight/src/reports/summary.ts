import {
  type EnforcementLevel,
  type FailureKind,
  type PreviewDocument,
  type StackReport,
  type Summary,
} from "../document";

/**
 * What the process exits with: 0 nothing mandatory is broken, 1 a mandatory policy is broken, 2 wrong arguments, project or
 * configuration, 3 the program or a pack failed or timed out, 4 preflight itself failed.
 */
export type ExitStatus = 0 | 1 | 2 | 3 | 4;

/** Why a stack has no verdict, in words. */
export const FAILURES: Record<FailureKind, string> = {
  configuration: "the project or its configuration is wrong",
  program: "the program failed",
  pack: "a policy pack failed",
  timeout: "the preview timed out",
  internal: "preflight itself failed",
};

/** The exit status of each reason. */
export const FAILURE_STATUS: Record<FailureKind, ExitStatus> = {
  configuration: 2,
  program: 3,
  pack: 3,
  timeout: 3,
  internal: 4,
};

/** The sums over all stacks. `durationMs` is the time of the whole run: stacks are previewed side by side. */
export function summarise(stacks: StackReport[], durationMs: number): Summary {
  const sum = (of: (stack: StackReport) => number): number => stacks.reduce((total, stack) => total + of(stack), 0);
  return {
    ok: stacks.every((stack) => stackStatus(stack) === 0),
    stacks: stacks.length,
    resources: sum((stack) => stack.resources.length),
    mandatory: sum((stack) => violationsAt(stack, "mandatory")),
    advisory: sum((stack) => violationsAt(stack, "advisory")),
    waived: sum((stack) => stack.waived.length),
    remediated: sum((stack) => stack.remediations.length),
    errors: sum((stack) => stack.diagnostics.filter(({ severity }) => severity === "error").length),
    durationMs,
  };
}

/** How many of a stack's violations are at a level. */
export function violationsAt(stack: StackReport, level: EnforcementLevel): number {
  return stack.violations.filter((violation) => violation.level === level).length;
}

/** What one stack's preview comes to. A stack without a verdict has no 0 or 1, whatever was found before it failed. */
export function stackStatus(stack: StackReport): ExitStatus {
  if (stack.failure !== undefined) {
    return FAILURE_STATUS[stack.failure];
  }
  if (violationsAt(stack, "mandatory") > 0) {
    return 1;
  }
  return stack.ok ? 0 : 3;
}

/**
 * What the whole run comes to. Where stacks differ, the highest wins: a stack without a verdict (4, 3, then 2) says less than
 * a broken policy (1), so whoever sees a 1 knows that every stack was judged.
 */
export function exitStatus(document: PreviewDocument): ExitStatus {
  return document.stacks.map(stackStatus).reduce<ExitStatus>((worst, status) => (status > worst ? status : worst), 0);
}
