import { type Diagnostic, type ResourceOptionsReport, type ResourceReport } from "../document";
import { KnownSecrets } from "../secrets/known-secrets";
import { forReport, UNKNOWN, type WireObject } from "../wire/values";
import { isProviderType } from "./urn";

/** How long the engine waits for each operation, in seconds; 0 where the program sets none. */
export interface TimeoutSeconds {
  create: number;
  update: number;
  delete: number;
}

/** What the program wants of one resource, and what a preview makes of it. */
export interface ResourceState {
  urn: string;
  type: string;
  name: string;
  custom: boolean;
  /** Read with `.get`, so managed elsewhere. */
  external: boolean;
  /** Made by the engine itself: the provider that Pulumi uses where the program names none. */
  isDefaultProvider: boolean;
  /** Empty for the stack and for what the program registers beside it. */
  parent: string;
  id: string;
  /** The provider's URN and id, joined by `::`; empty for components and providers. */
  provider: string;
  inputs: WireObject;
  outputs: WireObject;
  dependencies: string[];
  propertyDependencies: Map<string, string[]>;
  options: ResourceOptionsReport;
  timeouts: TimeoutSeconds;
}

/** The options of a resource for which the program sets none. */
export const NO_OPTIONS: Readonly<ResourceOptionsReport> = {
  ignoreChanges: [],
  replaceOnChanges: [],
  additionalSecretOutputs: [],
  aliases: [],
};

/** A resource of which nothing is known but what is given: one of a provider, without parent, properties and options. */
export function resourceState(
  given: Pick<ResourceState, "urn" | "type" | "name"> & Partial<ResourceState>,
): ResourceState {
  return {
    custom: true,
    external: false,
    isDefaultProvider: false,
    parent: "",
    id: "",
    provider: "",
    inputs: {},
    outputs: {},
    dependencies: [],
    propertyDependencies: new Map(),
    options: NO_OPTIONS,
    timeouts: { create: 0, update: 0, delete: 0 },
    ...given,
  };
}

/** How much of what programs and packs say is kept, in characters. */
const MAX_KEPT = 32 * 1024 * 1024;

/** Everything that one preview of one stack knows, in the order in which it learnt it. */
export class StackState {
  readonly resources = new Map<string, ResourceState>();
  readonly diagnostics: Diagnostic[];
  /** The output properties of each type that AWS computes, as the program's SDK declares them. */
  readonly computedOutputs = new Map<string, string[]>();

  /** The stack's own URN, once the program has registered it. */
  rootUrn = "";

  /** What may not be shown of all that. */
  readonly secrets = new KnownSecrets();

  private lastPrinted: Diagnostic | undefined;
  private kept = 0;

  /**
   * @param diagnostics What was said before the program started.
   * @param onResource Told whenever a resource is added, with how many there are.
   */
  constructor(
    diagnostics: Diagnostic[] = [],
    private readonly onResource: (resources: number) => void = () => undefined,
  ) {
    this.diagnostics = [...diagnostics];
  }

  /** Records a resource in the order of registration. */
  add(state: ResourceState): void {
    this.resources.set(state.urn, state);
    this.onResource(this.resources.size);
  }

  report(severity: Diagnostic["severity"], message: string, urn = ""): void {
    this.diagnostics.push({ severity, message, urn });
  }

  /** Takes what the program's SDK says of the outputs of types. */
  learn(computedOutputs: Record<string, string[]>): void {
    Object.entries(computedOutputs).forEach(([type, outputs]) => this.computedOutputs.set(type, outputs));
  }

  /** Records what a program or a pack logged. */
  logged(severity: Diagnostic["severity"], message: string, urn: string): void {
    if (this.fits(message)) {
      this.report(severity, message, urn);
    }
  }

  /** Records what a process printed: lines that follow each other belong together. */
  printed(line: string): void {
    if (!this.fits(line)) {
      return;
    }
    const last = this.diagnostics.at(-1);
    if (last !== undefined && last === this.lastPrinted) {
      last.message += `\n${line}`;
      return;
    }
    if (line.trim() !== "") {
      this.report("info", line);
      this.lastPrinted = this.diagnostics.at(-1);
    }
  }

  /** Whether there is room for a text, for no program may fill the memory; the first that has none is told. */
  private fits(text: string): boolean {
    const hadRoom = this.kept <= MAX_KEPT;
    this.kept += text.length;
    const hasRoom = this.kept <= MAX_KEPT;
    if (hadRoom && !hasRoom) {
      this.report("warning", "the program and its packs print and log more than 32 MiB; the rest of it is not kept");
    }
    return hasRoom;
  }

  /** The stack's outputs, as reports show them. */
  outputs(): WireObject {
    return forReport(this.resources.get(this.rootUrn)?.outputs ?? {});
  }

  /** Every resource but the default providers, which the program never sees; as reports show them. */
  reports(): ResourceReport[] {
    return [...this.resources.values()].filter((state) => !state.isDefaultProvider).map(toReport);
  }

  /** A resource's outputs as the engine has them after a preview: what its provider will compute is unknown. */
  finalOutputs(state: ResourceState): WireObject {
    if (!state.custom || state.external || isProviderType(state.type)) {
      return state.outputs;
    }
    const outputs = { ...state.outputs };
    for (const property of this.computedOutputs.get(state.type) ?? []) {
      outputs[property] ??= UNKNOWN;
    }
    return outputs;
  }
}

function toReport(state: ResourceState): ResourceReport {
  return {
    urn: state.urn,
    type: state.type,
    name: state.name,
    custom: state.custom,
    external: state.external,
    ...(state.parent === "" ? {} : { parent: state.parent }),
    ...(state.provider === "" ? {} : { provider: state.provider }),
    inputs: forReport(state.inputs),
    dependencies: state.dependencies,
    propertyDependencies: Object.fromEntries([...state.propertyDependencies].filter(([, urns]) => urns.length > 0)),
    options: state.options,
  };
}
