import { setTimeout as delay } from "node:timers/promises";
import { type FailureKind, type StackReport, type Violation } from "../document";
import { Engine } from "../engine/engine";
import { StackState } from "../engine/state";
import { PreflightError, toPreflightError } from "../errors";
import { type AskedLookup, type Lookups } from "../lookups/index";
import { Pack } from "../policies/pack";
import { Verdicts } from "../policies/verdicts";
import { isWaived } from "../policies/waived";
import { type Exit, type NodeProcess } from "../process/node-process";
import { withoutOwnFrames } from "../process/own-frames";
import { type PolicyPackSource, type Project, type StackSettings } from "../project/index";
import { Host } from "./host";
import { exitProblem, hasFailed, startProgram } from "./program";
import { explain } from "./program-errors";
import { hideInLookup, hideSecrets } from "../secrets/hide-secrets";
import { type KnownSecrets } from "../secrets/known-secrets";

/** How long a program may take to end once the preview has stopped, in milliseconds. */
const GRACE_MS = 3000;

/** What to preview. */
export interface StackPreview {
  project: Project;
  stack: StackSettings;
  packs: PolicyPackSource[];
  lookups: Lookups;
  /** How long the program and its packs may take together, in milliseconds. */
  timeoutMs: number;
  /** Told whenever a resource has registered, with how many there are. */
  onProgress?: (resources: number) => void;
}

/** A preview, and what its program asked of the world outside it. */
export interface StackPreviewResult {
  report: StackReport;
  asked: AskedLookup[];
}

/**
 * Runs the program of one stack with its packs, and reports what it would create and which policies it breaks.
 *
 * @throws {@link PreflightError} when the program or a pack cannot be started.
 */
export async function previewStack(options: StackPreview): Promise<StackPreviewResult> {
  const started = Date.now();
  const host = await Host.open();
  try {
    const run = new StackRun(options, host);
    const failure = await run.toTheEnd();
    const secrets = run.secrets();
    return {
      report: hideSecrets(run.report(failure, Date.now() - started), secrets),
      asked: options.lookups.record.asked.map((lookup) => hideInLookup(lookup, secrets)),
    };
  } finally {
    await host.close();
  }
}

/** One run of one stack's program. */
class StackRun {
  private readonly state: StackState;
  private readonly packs: Pack[];
  private readonly verdicts: Verdicts;
  private readonly engine: Engine;
  private readonly program: NodeProcess;
  private readonly violations: Violation[] = [];
  private programRuns = true;

  constructor(
    private readonly options: StackPreview,
    { folder, processes, server }: Host,
  ) {
    const { project, stack, packs, lookups, onProgress } = options;
    const engineAddress = server.address;
    this.state = new StackState(stack.diagnostics, onProgress);
    this.packs = packs.map((source, index) => {
      const place = { processes, engineAddress, socket: folder.socket(`pack-${index}`) };
      return new Pack(source, stack, place, (line) => this.state.printed(line));
    });
    this.verdicts = new Verdicts(this.packs, this.state);
    this.engine = new Engine(stack, lookups, this.state, this.verdicts);
    server.serve(this.engine);
    this.program = startProgram(project, stack, processes, engineAddress, {
      // Once the preview is stopped, what the program says is about its lost connection.
      onOutput: (line) => this.engine.monitor.stopped || this.state.printed(line),
      onMessage: ({ computedOutputs }) => this.state.learn(computedOutputs),
    });
  }

  /** Every secret that was configured, recorded or registered, or came of what was. */
  secrets(): KnownSecrets {
    const { stack, lookups } = this.options;
    const { secrets, resources } = this.state;
    secrets.learnConfigured(stack.secrets);
    secrets.learnPlain([stack.name, stack.project, ...stack.plainTexts, ...lookups.answers]);
    secrets.learn(lookups.answers);
    resources.forEach(({ inputs, outputs }) => secrets.learn([inputs, outputs]));
    return secrets;
  }

  /** @returns Why there is no verdict; nothing where there is one. */
  async toTheEnd(): Promise<FailureKind | undefined> {
    const over = new AbortController();
    try {
      return await Promise.race([this.run(), this.verdicts.failed, this.timeout(over.signal)]);
    } catch (error) {
      const { message, kind } = toPreflightError(error);
      this.state.report("error", message);
      return kind;
    } finally {
      over.abort();
      this.verdicts.close();
      this.engine.close();
    }
  }

  private async run(): Promise<FailureKind | undefined> {
    const exit = await this.programEnd();
    await this.engine.allAdmitted();
    this.violations.push(...(await this.verdicts.onResources()));
    const failure = this.programFailure(exit);
    if (failure === undefined) {
      this.violations.push(...(await this.verdicts.onStack()));
    }
    return failure;
  }

  /** The program's end; once the preview was stopped, the program has a moment to notice. */
  private async programEnd(): Promise<Exit> {
    void this.engine.monitor.whenStopped
      .then(() => delay(GRACE_MS, undefined, { ref: false }))
      .then(() => this.program.stop());
    const exit = await this.program.ended;
    this.programRuns = false;
    return exit;
  }

  private programFailure(exit: Exit): FailureKind | undefined {
    const { stack } = this.options;
    const { monitor, lookupCalls } = this.engine;
    let kind: FailureKind | undefined;
    this.state.diagnostics.forEach((diagnostic, index) => {
      const told = explain(diagnostic, stack);
      this.state.diagnostics[index] = told.diagnostic;
      kind ??= told.diagnostic.severity === "error" ? told.kind : undefined;
    });
    const problem = monitor.stopped ? "" : exitProblem(exit) || monitor.earlyEnd();
    const told = this.state.diagnostics.some((diagnostic) => diagnostic.severity === "error");
    if (problem !== "" && !told) {
      this.state.report("error", problem);
    }
    const missing = monitor.missingOutputs();
    if (missing !== "" && problem === "" && !told && !hasFailed(exit)) {
      this.state.report("warning", missing);
    }
    // An error that the program logs and lives on with does not end a preview, as it does not in the engine.
    const failed = hasFailed(exit) || problem !== "" || monitor.stopped;
    lookupCalls.reportUnanswered();
    return failed ? (kind ?? "program") : undefined;
  }

  private async timeout(signal: AbortSignal): Promise<never> {
    await delay(this.options.timeoutMs, undefined, { signal });
    const time = `${this.options.timeoutMs / 1000} s`;
    const late = this.verdicts.lateness(time);
    // A program that waits for an answer waits for a pack that is late.
    if (late.length === 0 || (this.programRuns && !this.engine.monitor.answering)) {
      const advice = "look for what it waits for, or pass a larger --timeout";
      late.push(`the program did not end within ${time}, so it was stopped; ${advice}`);
    }
    throw new PreflightError("timeout", late.join("\n"));
  }

  report(failure: FailureKind | undefined, durationMs: number): StackReport {
    const { stack } = this.options;
    const { state } = this;
    const violations = this.violations.filter((violation) => !isWaived(violation));
    const broken = violations.some(({ level }) => level === "mandatory");
    return {
      stack: stack.name,
      project: stack.project,
      ok: failure === undefined && !broken,
      ...(failure === undefined ? {} : { failure }),
      durationMs,
      resources: state.reports(),
      outputs: state.outputs(),
      packs: this.packs.map(({ name, version, enabledPolicies }) => ({ name, version, policies: enabledPolicies })),
      violations,
      waived: this.violations.filter(isWaived),
      remediations: this.verdicts.remediations,
      diagnostics: state.diagnostics.map((said) => ({ ...said, message: withoutOwnFrames(said.message) })),
    };
  }
}
