import { isDeepStrictEqual } from "node:util";
import { type AnalyzeDiagnostic } from "@pulumi/pulumi/proto/analyzer_pb";
import { type Judge } from "../engine/judge";
import { type ResourceState, type StackState } from "../engine/state";
import { fromStruct } from "../wire/struct";
import { forAnalyzer, type WireObject, withSecretsOf } from "../wire/values";
import { type Remediation, type Violation } from "../document";
import { levelOf, severityOf } from "./levels";
import { type Pack } from "./pack";
import { analyzeRequest, stackRequest } from "./requests";
import { waivedOr } from "./waived";

/** How many resources a pack judges at once: more would only wait, and fill memory. */
const LANES = 64;

/** The verdicts of the packs on one stack. */
export class Verdicts implements Judge {
  private readonly mended: Remediation[] = [];

  /** The verdicts on each resource, those of each pack. */
  private readonly pending: Promise<Violation[]>[] = [];
  /** What is done in each lane so far. */
  private readonly lanes: Promise<unknown>[];
  /** What a remediation could not do. */
  private readonly complaints: Violation[] = [];
  private readonly ready: Promise<void>;

  constructor(
    private readonly packs: Pack[],
    private readonly stack: StackState,
  ) {
    this.ready = Promise.all(packs.map((pack) => pack.start())).then(() => undefined);
    this.ready.catch(() => undefined);
    this.lanes = packs.flatMap(() => Array.from({ length: LANES }, () => this.ready));
  }

  /** Rejects when a pack does not start, crashes, or has a configuration that does not fit. */
  get failed(): Promise<never> {
    const crash = this.packs.map((pack) => pack.failed);
    return Promise.race([...crash, this.ready.then(() => new Promise<never>(() => undefined))]);
  }

  /** What was mended, in the order of registration. */
  get remediations(): Remediation[] {
    return this.inOrder(this.mended);
  }

  async remediate(resource: ResourceState): Promise<WireObject> {
    if (this.packs.length === 0) {
      return resource.inputs;
    }
    await this.ready;
    let inputs = resource.inputs;
    for (const pack of this.packs.filter((candidate) => candidate.remediates)) {
      const response = await pack.remediate(analyzeRequest({ ...resource, inputs }, this.stack, true));
      for (const message of response.getRemediationsList()) {
        const about = {
          pack: message.getPolicypackname(),
          packVersion: pack.version,
          policy: message.getPolicyname(),
          urn: resource.urn,
        };
        if (message.getDiagnostic() !== "") {
          this.complaints.push({
            ...about,
            level: "advisory",
            severity: "",
            message: message.getDiagnostic(),
            description: message.getDescription(),
            remediationSteps: "",
            url: "",
          });
          continue;
        }
        // A policy that copies a resource's properties, `{ ...props }`, hands the text of its secrets back as plain text.
        const mended = withSecretsOf(inputs, fromStruct(message.getProperties()));
        this.mended.push({ ...about, properties: changedProperties(inputs, mended) });
        inputs = mended;
      }
    }
    return inputs;
  }

  analyze(resource: ResourceState): void {
    for (const pack of this.packs) {
      const lane = this.pending.length % this.lanes.length;
      const verdict = (this.lanes[lane] as Promise<unknown>).then(async () => {
        const response = await pack.analyze(analyzeRequest(resource, this.stack));
        return response.getDiagnosticsList().map((message) => toViolation(pack, message, resource.urn));
      });
      verdict.catch(() => undefined);
      this.lanes[lane] = verdict;
      this.pending.push(verdict);
    }
  }

  /** Every verdict on single resources so far, in the order of registration. */
  async onResources(): Promise<Violation[]> {
    await this.ready;
    const verdicts = (await Promise.all(this.pending)).flat();
    return this.inOrder([...this.complaints, ...verdicts]);
  }

  /** The verdicts on the stack as a whole, once every resource is there. */
  async onStack(): Promise<Violation[]> {
    // What is read with `.get` is managed elsewhere, and judged there.
    const managed = [...this.stack.resources.values()].filter((resource) => !resource.external);
    const request = stackRequest(managed, this.stack);
    const verdicts = await Promise.all(
      this.packs.map(async (pack) => {
        const response = await pack.analyzeStack(request);
        return response
          .getDiagnosticsList()
          .map((message) => toViolation(pack, message, this.resolveUrn(message.getUrn())));
      }),
    );
    return verdicts.flat();
  }

  /** What packs should have done within `time`, and have not; a sentence for each such pack. */
  lateness(time: string): string[] {
    return this.packs.flatMap((pack) => pack.lateness(time) ?? []);
  }

  close(): void {
    this.packs.forEach((pack) => pack.close());
  }

  /** Findings by the place of their resource; those on one resource as they came. */
  private inOrder<Finding extends { urn: string }>(findings: Finding[]): Finding[] {
    const place = new Map([...this.stack.resources.keys()].map((urn, index) => [urn, index]));
    return [...findings].sort((a, b) => (place.get(a.urn) ?? 0) - (place.get(b.urn) ?? 0));
  }

  /** What a stack policy says of no resource of the stack, it says of the stack itself. */
  private resolveUrn(urn: string): string {
    return this.stack.resources.has(urn) ? urn : this.stack.rootUrn;
  }
}

function toViolation(pack: Pack, message: AnalyzeDiagnostic, urn: string): Violation {
  const policy = pack.policies.get(message.getPolicyname());
  const level = levelOf(message.getEnforcementlevel());
  const violation: Violation = {
    pack: message.getPolicypackname(),
    packVersion: pack.version,
    policy: message.getPolicyname(),
    // What is still broken after its remediation, or can't be mended, is broken for good.
    level: level === "remediate" ? "mandatory" : level,
    severity: severityOf(message.getSeverity()) || (policy?.severity ?? ""),
    message: message.getMessage(),
    description: message.getDescription(),
    remediationSteps: policy?.remediationSteps ?? "",
    url: policy?.url ?? "",
    urn,
  };
  return waivedOr(violation, pack.waives);
}

function changedProperties(before: WireObject, after: WireObject): string[] {
  const [old, now] = [forAnalyzer(before, true), forAnalyzer(after, true)];
  const keys = new Set([...Object.keys(old), ...Object.keys(now)]);
  return [...keys].filter((key) => !isDeepStrictEqual(old[key], now[key])).sort();
}
