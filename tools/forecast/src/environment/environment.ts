import { type PreviewDocument, previewProject, type ResourceReport, type StackReport } from "@groundwork/preflight";
import { findPolicies, type FoundPolicy } from "./policies";
import { findVolumes, type FoundVolume } from "./volumes";

/** What a preview of an environment shows that counts for its snapshots. */
export interface Environment {
  name: string;
  policies: FoundPolicy[];
  volumes: FoundVolume[];
  /** What cannot be forecast, and why. */
  notes: string[];
}

/** A preview that failed: its document says why, and what to exit with. */
export class PreviewFailed extends Error {
  constructor(readonly document: PreviewDocument) {
    super("the preview failed");
  }
}

/**
 * Previews an environment, offline and without its policies.
 *
 * @param cwd The project's directory.
 * @throws PreflightError where the project is wrong, {@link PreviewFailed} where the environment is.
 */
export async function previewEnvironment(cwd: string, name: string): Promise<Environment> {
  const { document } = await previewProject({ cwd, stacks: [name] });
  const stack = document.stacks[0] as StackReport;
  if (stack.failure !== undefined) {
    throw new PreviewFailed(document);
  }
  return environmentOf(name, stack.resources);
}

/** What resources show. */
export function environmentOf(name: string, resources: ResourceReport[]): Environment {
  const notes: string[] = [];
  const policies = findPolicies(resources, notes);
  return { name, policies, volumes: findVolumes(resources), notes };
}
