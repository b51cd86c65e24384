import { type Exit, type NodeProcess } from "../process/node-process";
import { Callbacks } from "../engine/callbacks";
import { engineService } from "../engine/engine-service";
import { ResourceHooks } from "../engine/hooks";
import { LookupCalls } from "../engine/lookup-calls";
import { Monitor } from "../engine/monitor";
import { DefaultProviders, Packages } from "../engine/providers";
import { type RegistrationContext, Registrations } from "../engine/registration";
import { serve } from "../engine/server";
import { StackState } from "../engine/state";
import { Transforms } from "../engine/transforms";
import { PreflightError } from "../errors";
import { type LookupRequest, type Lookups } from "../lookups/index";
import { type FailureKind, type StackReport, type Violation } from "../document";
import { Pack } from "../policies/pack";
import { Verdicts } from "../policies/verdicts";
import { exitProblem, hasFailed, startProgram } from "./program";
import { explain, withoutOwnFrames } from "./program-errors";
import { hideSecrets, markSecrets } from "../secrets/hide-secrets";
import { type KnownSecrets } from "../secrets/known-secrets";
import { type PolicyPackSource, type Project, providerConfig, type StackSettings } from "../project/index";

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
  lookupRequests: LookupRequest[];
}

/** Runs the program of one stack with its packs, and reports what it would create and which policies it breaks. */
export async function previewStack(options: StackPreview): Promise<StackPreviewResult> {
  const started = Date.now();
  const run = new StackRun(options);
  const failure = await run.toTheEnd();
  const secrets = run.secrets();
  return {
    report: hideSecrets(run.report(failure, Date.now() - started), secrets),
    lookupRequests: run.lookupRequests.map((request) => markSecrets(request, secrets)),
  };
}

/** One run of one stack's program. */
class StackRun {
  private readonly state = new StackState();
  private violations: Violation[] = [];
  private verdicts: Verdicts | undefined;
  private packs: Pack[] = [];
  private registrations: Registrations | undefined;
  private lookupCalls: LookupCalls | undefined;
  private monitor: Monitor | undefined;

  constructor(private readonly options: StackPreview) {}

  get lookupRequests(): LookupRequest[] {
    return this.lookupCalls?.requests ?? [];
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
    this.state.diagnostics.push(...this.options.stack.diagnostics);
    const callbacks = new Callbacks();
    try {
      return await this.run(callbacks);
    } catch (error) {
      if (!(error instanceof PreflightError)) {
        throw error;
      }
      this.state.report("error", error.message);
      return error.kind;
    } finally {
      callbacks.close();
    }
  }

  private async run(callbacks: Callbacks): Promise<FailureKind | undefined> {
    const { project, stack, timeoutMs } = this.options;
    const context = this.context(callbacks);
    const registrations = new Registrations(context);
    this.registrations = registrations;
    this.lookupCalls = new LookupCalls(context, registrations);
    this.monitor = new Monitor(stack, context, registrations, this.lookupCalls);
    const server = await serve(engineService(this.state), this.monitor.implementation());
    let program: NodeProcess | undefined;
    let timer: NodeJS.Timeout | undefined;
    try {
      this.judgeWith(server.address, context);
      program = startProgram(
        project,
        stack,
        server.address,
        // Once the preview is stopped, what the program says is about its lost connection.
        (line) => this.monitor?.stopped === true || this.state.printed(line),
        (message) => this.learn(message.computedOutputs),
      );
      const timeout = new Promise<never>((_resolve, reject) => {
        timer = setTimeout(() => reject(this.timeoutError()), timeoutMs);
      });
      const exit = await Promise.race([this.programEnd(program), this.verdicts?.failed ?? timeout, timeout]);
      return await Promise.race([this.conclude(exit), this.verdicts?.failed ?? timeout, timeout]);
    } finally {
      clearTimeout(timer);
      await Promise.all([program?.stop(), this.verdicts?.close()]);
      server.close();
    }
  }

  private context(callbacks: Callbacks): RegistrationContext {
    const { stack, lookups } = this.options;
    const context: RegistrationContext = {
      stackName: stack.name,
      project: stack.project,
      state: this.state,
      lookups,
      packages: new Packages(),
      defaultProviders: new DefaultProviders(
        stack.name,
        stack.project,
        (pkg) => providerConfig(stack, pkg),
        async (provider) => this.registrations?.admit(provider),
      ),
      transforms: new Transforms(callbacks),
      hooks: new ResourceHooks(callbacks, this.state),
      judge: { remediate: (resource) => Promise.resolve(resource.inputs), analyze: () => undefined },
    };
    return context;
  }

  private judgeWith(address: string, context: RegistrationContext): void {
    const { packs, stack, onProgress } = this.options;
    this.packs = packs.map((source) => new Pack(source, stack, address, (line) => this.state.printed(line)));
    const verdicts = new Verdicts(this.packs, this.state);
    this.verdicts = verdicts;
    context.judge = {
      remediate: (resource) => {
        onProgress?.(this.state.resources.size);
        return verdicts.remediate(resource);
      },
      analyze: (resource) => verdicts.analyze(resource),
    };
  }

  private learn(computedOutputs: Record<string, string[]>): void {
    for (const [type, properties] of Object.entries(computedOutputs)) {
      this.state.computedOutputs.set(type, properties);
    }
  }

  /** The program's end; once the preview was stopped, the program has a moment to notice. */
  private async programEnd(program: NodeProcess): Promise<Exit> {
    const poll = setInterval(() => {
      if (this.monitor?.stopped === true) {
        clearInterval(poll);
        setTimeout(() => void program.stop(), GRACE_MS).unref();
      }
    }, 100);
    try {
      return await program.ended;
    } finally {
      clearInterval(poll);
    }
  }

  private async conclude(exit: Exit): Promise<FailureKind | undefined> {
    const verdicts = this.verdicts;
    await this.registrations?.allAdmitted();
    this.violations = (await verdicts?.onResources()) ?? [];
    const failure = this.programFailure(exit);
    if (failure === undefined && verdicts !== undefined) {
      this.violations.push(...(await verdicts.onStack()));
    }
    return failure;
  }

  private programFailure(exit: Exit): FailureKind | undefined {
    const { stack } = this.options;
    let kind: FailureKind | undefined;
    this.state.diagnostics.forEach((diagnostic, index) => {
      const told = explain(diagnostic, stack);
      this.state.diagnostics[index] = told.diagnostic;
      kind ??= diagnostic.severity === "error" ? told.kind : undefined;
    });
    const problem = this.monitor?.stopped === true ? "" : exitProblem(exit) || (this.monitor?.earlyEnd() ?? "");
    const told = this.state.diagnostics.some((diagnostic) => diagnostic.severity === "error");
    if (problem !== "" && !told) {
      this.state.report("error", problem);
    }
    const missing = this.monitor?.missingOutputs() ?? "";
    if (missing !== "" && problem === "" && !told && !hasFailed(exit)) {
      this.state.report("warning", missing);
    }
    // An error that the program logs and lives on with does not end a preview, as it does not in the engine.
    const failed = hasFailed(exit) || problem !== "" || this.monitor?.stopped === true;
    this.lookupCalls?.reportUnanswered();
    return failed ? (kind ?? "program") : undefined;
  }

  private timeoutError(): PreflightError {
    const seconds = this.options.timeoutMs / 1000;
    const waiting = this.monitor?.finished === true ? "a policy pack" : "the program";
    return new PreflightError(
      "timeout",
      `${waiting} did not end within ${seconds} s, so it was stopped; look for what it waits for, or pass a larger --timeout`,
    );
  }

  report(failure: FailureKind | undefined, durationMs: number): StackReport {
    const { stack } = this.options;
    const broken = this.violations.some((violation) => violation.level === "mandatory");
    return {
      stack: stack.name,
      project: stack.project,
      ok: failure === undefined && !broken,
      ...(failure === undefined ? {} : { failure }),
      durationMs,
      resources: this.state.reports(),
      outputs: this.state.outputs(),
      packs: this.packs.map((pack) => ({
        name: pack.name,
        version: pack.version,
        policies: pack.enabledPolicies,
      })),
      violations: this.violations,
      remediations: this.verdicts?.remediations ?? [],
      diagnostics: this.state.diagnostics.map((diagnostic) => ({
        ...diagnostic,
        message: withoutOwnFrames(diagnostic.message),
      })),
    };
  }
}
