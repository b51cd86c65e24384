import {
  type AnalyzeRequest,
  AnalyzeDiagnostic,
  AnalyzeResponse,
  AnalyzeStackRequest,
  EnforcementLevel,
  Remediation,
  RemediateResponse,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { type Pack } from "../../src/policies/pack";
import { type PolicyInfo } from "../../src/policies/pack-config";
import { fromStruct, toStruct } from "../../src/wire/struct";
import { type WireObject } from "../../src/wire/values";

/** What a policy says of a resource: nothing, or that it is broken. */
type Judgement = Partial<AnalyzeDiagnostic.AsObject> | undefined;

/** Takes the place of a pack's process. */
export class StandInPack {
  readonly name: string;
  readonly version = "1.2.3";
  waives = false;
  readonly policies = new Map<string, PolicyInfo>();
  readonly failed = new Promise<never>(() => undefined);
  /** The URNs that it was asked to judge, in order. */
  readonly judged: string[] = [];
  /** How many it judges at this moment. */
  judging = 0;

  /** What it answers. */
  judge: (request: AnalyzeRequest) => Judgement | Promise<Judgement> = () => undefined;
  judgeStack: (request: AnalyzeStackRequest) => Judgement[] = () => [];
  mend: ((properties: WireObject) => { properties: WireObject } | { diagnostic: string }) | undefined;
  starts: () => Promise<void> = () => Promise.resolve();

  constructor(name = "pack") {
    this.name = name;
  }

  /** As the type that those who use it expect. */
  get asPack(): Pack {
    return this as unknown as Pack;
  }

  get remediates(): boolean {
    return this.mend !== undefined;
  }

  start(): Promise<void> {
    return this.starts();
  }

  close(): void {
    // There is nothing to close.
  }

  lateness(): string | undefined {
    return this.judging === 0 ? undefined : `${this.name} is late`;
  }

  async analyze(request: AnalyzeRequest): Promise<AnalyzeResponse> {
    this.judged.push(request.getUrn());
    this.judging += 1;
    const judgement = await this.judge(request);
    this.judging -= 1;
    return this.answer(judgement === undefined ? [] : [judgement]);
  }

  analyzeStack(request: AnalyzeStackRequest): Promise<AnalyzeResponse> {
    const read = AnalyzeStackRequest.deserializeBinary(request.serializeBinary());
    return Promise.resolve(this.answer(this.judgeStack(read)));
  }

  remediate(request: AnalyzeRequest): Promise<RemediateResponse> {
    const mended = this.mend?.(fromStruct(request.getProperties())) ?? { diagnostic: "" };
    const remediation = new Remediation();
    remediation.setPolicypackname(this.name);
    remediation.setPolicyname("mends");
    remediation.setDescription("mends");
    if ("diagnostic" in mended) {
      remediation.setDiagnostic(mended.diagnostic);
    } else {
      remediation.setProperties(toStruct(mended.properties));
    }
    const response = new RemediateResponse();
    response.setRemediationsList([remediation]);
    return Promise.resolve(response);
  }

  private answer(judgements: Judgement[]): AnalyzeResponse {
    const response = new AnalyzeResponse();
    response.setDiagnosticsList(
      judgements.map((said) => {
        const diagnostic = new AnalyzeDiagnostic();
        diagnostic.setPolicypackname(this.name);
        diagnostic.setPolicyname(said?.policyname ?? "rule");
        diagnostic.setMessage(said?.message ?? "broken");
        diagnostic.setDescription(said?.description ?? "");
        diagnostic.setUrn(said?.urn ?? "");
        diagnostic.setEnforcementlevel(said?.enforcementlevel ?? EnforcementLevel.MANDATORY);
        diagnostic.setSeverity(said?.severity ?? 0);
        return diagnostic;
      }),
    );
    return response;
  }
}
