import { setTimeout as delay } from "node:timers/promises";
import * as grpc from "@grpc/grpc-js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import {
  type AnalyzerInfo,
  AnalyzerStackConfigureRequest,
  type AnalyzeRequest,
  type AnalyzeResponse,
  type AnalyzeStackRequest,
  ConfigureAnalyzerRequest,
  PolicyConfig as PolicyConfigMessage,
  type PolicyInfo as PolicyInfoMessage,
  type RemediateResponse,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { CHANNEL_OPTIONS } from "../wire/channel";
import { PreflightError } from "../errors";
import { type PolicyConfig, type PolicyPackSource, type StackSettings } from "../project";
import { levelOf, levelNumber, severityOf } from "./levels";
import { type PolicyInfo, reconcileSettings } from "./pack-config";
import { type PackPlace, PackProcess } from "./pack-process";
import { WAIVING } from "./waived";

/** How long after a broken connection the end of a process may be noticed, in milliseconds. */
const DEATH_MS = 100;

/** How many requests are told that a pack did not answer: it may be late with any of those that it was sent. */
const TOLD_REQUESTS = 3;

/** A policy pack in a process of its own. */
export class Pack {
  name = "";
  version = "";
  /** Whether it has waivers, and says in its messages what is waived. */
  waives = false;
  readonly policies = new Map<string, PolicyInfo>();

  /** Rejects when the pack's process ends before it was told to. */
  readonly failed: Promise<never>;

  private readonly process: PackProcess;
  private readonly client: Promise<AnalyzerClient>;
  /** What it was asked and has not answered, in words. */
  private readonly unanswered = new Set<string>();

  /** @param onOutput Takes what the pack prints. */
  constructor(
    readonly source: PolicyPackSource,
    private readonly stack: StackSettings,
    place: PackPlace,
    onOutput: (line: string) => void,
  ) {
    this.process = new PackProcess(source, stack, place, onOutput);
    this.failed = this.process.failed.catch((error: Error) => {
      throw error instanceof PreflightError ? error : this.failure(error.message);
    });
    this.failed.catch(() => undefined);
    this.client = this.process.address.then(
      (address) => new AnalyzerClient(address, grpc.credentials.createInsecure(), CHANNEL_OPTIONS),
    );
  }

  /**
   * Waits for the pack, and hands it the stack and its own configuration.
   *
   * @throws {@link PreflightError} when the pack does not start, or its configuration does not fit.
   */
  async start(): Promise<void> {
    await Promise.race([this.client, this.failed]);
    await this.configureStack();
    const info = await this.call<Empty, AnalyzerInfo>("getAnalyzerInfo", new Empty(), "for its policies");
    this.name = info.getName();
    this.version = this.source.version ?? info.getVersion();
    this.waives = info.getTagsList().includes(WAIVING);
    for (const message of info.getPoliciesList()) {
      this.policies.set(message.getName(), policyInfo(message));
    }
    await this.configure(initialSettings(info));
  }

  /** What it should have done within `time`; `undefined` where it has. */
  lateness(time: string): string | undefined {
    const advice = "so it was stopped; look for what it waits for, or pass a larger --timeout";
    if (!this.process.serves) {
      return `${this.title} did not come to serve its policies within ${time}, ${advice}${this.process.said("start")}`;
    }
    if (this.unanswered.size === 0) {
      return undefined;
    }
    const asked = [...this.unanswered].slice(0, TOLD_REQUESTS);
    const more = this.unanswered.size - asked.length;
    const all = [...asked, ...(more > 0 ? [`${more} things more`] : [])].join(" and ");
    return `${this.title}, asked ${all}, did not answer within ${time}, ${advice}`;
  }

  /** Whether a policy mends resources rather than complain. */
  get remediates(): boolean {
    return [...this.policies.values()].some((policy) => policy.level === "remediate");
  }

  get enabledPolicies(): number {
    return [...this.policies.values()].filter((policy) => policy.level !== "disabled").length;
  }

  analyze(request: AnalyzeRequest): Promise<AnalyzeResponse> {
    return this.call("analyze", request, `to judge ${request.getUrn()}`);
  }

  analyzeStack(request: AnalyzeStackRequest): Promise<AnalyzeResponse> {
    return this.call("analyzeStack", request, "to judge the stack");
  }

  remediate(request: AnalyzeRequest): Promise<RemediateResponse> {
    return this.call("remediate", request, `to mend ${request.getUrn()}`);
  }

  close(): void {
    void this.client.then((client) => client.close());
  }

  private async call<Request, Response>(
    method: keyof AnalyzerClient,
    request: Request,
    asked: string,
  ): Promise<Response> {
    this.unanswered.add(asked);
    try {
      return await this.ask<Request, Response>(await this.client, method, request);
    } catch (error) {
      // A process that died says more than the broken connection does, and its end is noticed in a moment.
      await Promise.race([this.failed, delay(DEATH_MS)]);
      throw error;
    } finally {
      this.unanswered.delete(asked);
    }
  }

  private ask<Request, Response>(
    client: AnalyzerClient,
    method: keyof AnalyzerClient,
    request: Request,
  ): Promise<Response> {
    type Method = (request: Request, callback: (error: grpc.ServiceError | null, response: Response) => void) => void;
    return new Promise((resolve, reject) => {
      (client[method] as unknown as Method).call(client, request, (error, response) => {
        if (error !== null) {
          reject(this.failure(error.details));
        } else {
          resolve(response);
        }
      });
    });
  }

  private get title(): string {
    return `policy pack ${this.name || this.source.directory}`;
  }

  private failure(reason: string): PreflightError {
    return new PreflightError("pack", `${this.title} failed: ${reason}`);
  }

  private async configureStack(): Promise<void> {
    const request = new AnalyzerStackConfigureRequest();
    request.setStack(this.stack.name);
    request.setProject(this.stack.project);
    request.setOrganization(this.stack.organization);
    request.setDryRun(true);
    this.stack.config.forEach((value, key) => request.getConfigMap().set(key, value));
    request.setConfigSecretKeysList([...this.stack.secretKeys]);
    await this.call("configureStack", request, "to take the stack's name and configuration");
  }

  private async configure(initial: PolicyConfig): Promise<void> {
    const reconciled = reconcileSettings([...this.policies.values()], initial, this.source.config ?? {});
    if ("mistakes" in reconciled) {
      const where = this.source.configFile ?? this.source.directory;
      const list = reconciled.mistakes.map((mistake) => `\n  - ${mistake}`).join("");
      throw new PreflightError(
        "configuration",
        `${where}: the configuration does not fit policy pack ${this.name}:${list}\nChange the file, or the pack's schema.`,
      );
    }
    const request = new ConfigureAnalyzerRequest();
    for (const [name, { level, properties }] of reconciled.settings) {
      const policy = this.policies.get(name);
      if (policy !== undefined) {
        policy.level = level;
      }
      const message = new PolicyConfigMessage();
      message.setEnforcementlevel(levelNumber(level));
      message.setProperties(Struct.fromJavaScript(properties));
      request.getPolicyconfigMap().set(name, message);
    }
    await this.call("configure", request, "to take its configuration");
  }
}

function policyInfo(message: PolicyInfoMessage): PolicyInfo {
  const schema = message.getConfigschema();
  return {
    name: message.getName(),
    level: levelOf(message.getEnforcementlevel()),
    severity: severityOf(message.getSeverity()),
    description: message.getDescription(),
    remediationSteps: message.getRemediationSteps(),
    url: message.getUrl(),
    ...(schema === undefined
      ? {}
      : {
          schema: {
            properties: (schema.getProperties()?.toJavaScript() ?? {}) as Record<string, Record<string, unknown>>,
            required: schema.getRequiredList(),
          },
        }),
  };
}

function initialSettings(info: AnalyzerInfo): PolicyConfig {
  const settings: PolicyConfig = {};
  info.getInitialconfigMap().forEach((config, name) => {
    const properties = config.getProperties()?.toJavaScript() ?? {};
    settings[name] = { level: levelOf(config.getEnforcementlevel()), properties };
  });
  return settings;
}
