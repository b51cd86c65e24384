import { PreflightError, toPreflightError } from "../errors";
import { type AskedLookup, Lookups, lookupsFile, Placeholders } from "../lookups/index";
import { DOCUMENT_VERSION, type PreviewDocument, type StackReport } from "../document";
import { type CheckedOptions, checkOptions, type PreviewOptions } from "../preview-options";
import { previewStack } from "./preview";
import { listStacks, loadPolicyPack, loadProject, loadStack, parseStackName, type Project } from "../project/index";
import { summarise } from "../reports/index";

/** Told how a preview of several stacks comes along. */
export interface PreviewEvents {
  onStart?(stack: string): void;
  onProgress?(stack: string, resources: number): void;
  onEnd?(report: StackReport): void;
}

/** The previews of several stacks. */
export interface ProjectPreview {
  document: PreviewDocument;
  /** The absolute path of the project's Pulumi.yaml, at which SARIF locates its results. */
  projectFile: string;
}

/** The previews of several stacks, and what each program asked of the world outside it. */
export interface RecordedPreview extends ProjectPreview {
  /** By stack; absent for a stack whose configuration could not be read. */
  lookups: Map<string, { file: string; asked: AskedLookup[] }>;
}

/**
 * Previews stacks of a project with policy packs.
 *
 * @throws {@link PreflightError} when an option, the project or the list of stacks is wrong. What is wrong with one stack
 *   is in its report, so that the others have their verdicts.
 */
export async function previewProject(
  options: PreviewOptions = {},
  events: PreviewEvents = {},
): Promise<ProjectPreview> {
  const { document, projectFile } = await previewStacks(checkOptions(options), events, false);
  return { document, projectFile };
}

/**
 * Previews stacks of a project to record what their programs look up, so that a file for it need not exist yet.
 *
 * @throws {@link PreflightError} as {@link previewProject} does.
 */
export function previewToRecord(options: PreviewOptions): Promise<RecordedPreview> {
  return previewStacks(checkOptions(options), {}, true);
}

async function previewStacks(
  options: CheckedOptions,
  events: PreviewEvents,
  recording: boolean,
): Promise<RecordedPreview> {
  const started = Date.now();
  const project = loadProject(options.cwd);
  const known = listStacks(project);
  if (options.stacks.length === 0 && known.length === 0) {
    throw new PreflightError(
      "configuration",
      `${project.stackDirectory}: the project has no stack: there is no Pulumi.<stack>.yaml; add one, such as Pulumi.dev.yaml`,
    );
  }
  const given = new Map(options.stacks.map((name) => [parseStackName(project, name).name, name]));
  const names = given.size === 0 ? known : [...given.values()];
  const lookups: RecordedPreview["lookups"] = new Map();
  const reports = await inParallel(names, options.parallel, async (name) => {
    events.onStart?.(name);
    const report = await previewOne(project, name, options, events, lookups, recording);
    events.onEnd?.(report);
    return report;
  });
  return {
    projectFile: project.file,
    document: { version: DOCUMENT_VERSION, stacks: reports, summary: summarise(reports, Date.now() - started) },
    lookups,
  };
}

async function previewOne(
  project: Project,
  name: string,
  options: CheckedOptions,
  events: PreviewEvents,
  recorded: RecordedPreview["lookups"],
  recording: boolean,
): Promise<StackReport> {
  const started = Date.now();
  try {
    const stack = await loadStack(project, name, options.config);
    const file = options.lookups ?? lookupsFile(project, stack);
    const placeholders = recording ? new Placeholders(project.program.directory) : undefined;
    const lookups = Lookups.load(file, options.lookups !== undefined && !recording, placeholders);
    const { report, asked } = await previewStack({
      project,
      stack,
      packs: options.policyPacks.map(({ directory, configFile }) =>
        loadPolicyPack(directory, configFile?.replaceAll("{stack}", stack.name)),
      ),
      lookups,
      timeoutMs: options.timeoutSeconds * 1000,
      onProgress: (resources) => events.onProgress?.(name, resources),
    });
    recorded.set(stack.name, { file, asked });
    return report;
  } catch (error) {
    return failedReport(project, name, toPreflightError(error), Date.now() - started);
  }
}

function failedReport(project: Project, stack: string, error: PreflightError, durationMs: number): StackReport {
  return {
    stack,
    project: project.name,
    ok: false,
    failure: error.kind,
    durationMs,
    resources: [],
    outputs: {},
    packs: [],
    violations: [],
    waived: [],
    remediations: [],
    diagnostics: [{ severity: "error", message: error.message, urn: "" }],
  };
}

/** Runs the work on each item, some of them at once; results in the order of the items. */
async function inParallel<T, R>(items: T[], limit: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = new Array<R>(items.length);
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) {
      results[index] = await work(items[index] as T);
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  return results;
}
