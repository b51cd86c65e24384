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
import { NodeProcess } from "../process/node-process";
import { CHANNEL_OPTIONS } from "../wire/channel";
import { PreflightError } from "../errors";
import { withoutOwnFrames } from "../preview/program-errors";
import { type PolicyConfig, type PolicyPackSource, type StackSettings } from "../project";
import { levelOf, levelNumber, severityOf } from "./levels";
import { type PolicyInfo, reconcileSettings } from "./pack-config";

/** How many lines of what a pack printed are told where its process has ended. */
const TOLD_LINES = 30;

/** A policy pack in a process of its own. */
export class Pack {
  name = "";
  version = "";
  readonly policies = new Map<string, PolicyInfo>();

  /** Rejects when the pack's process ends before it was told to. */
  readonly failed: Promise<never>;

  private client: AnalyzerClient | undefined;
  private readonly process: NodeProcess;
  private readonly port: Promise<number>;
  private readonly printed: string[] = [];
  private closing = false;

  /**
   * @param engineAddress Where the pack sends its logs.
   * @param onOutput Takes what the pack prints.
   */
  constructor(
    readonly source: PolicyPackSource,
    private readonly stack: StackSettings,
    engineAddress: string,
    onOutput: (line: string) => void,
  ) {
    let found: (port: number) => void = () => undefined;
    this.port = new Promise((resolve) => (found = resolve));
    let started = false;
    this.process = new NodeProcess({
      directory: source.directory,
      nodeArgs: [],
      module: "@pulumi/pulumi/cmd/run-policy-pack",
      owner: `policy pack ${source.directory}`,
      // The language host hands `nodeargs` to a pack's host, not to Node.js.
      args: [...source.runtimeOptions.nodeArgs, engineAddress, source.directory],
      environment: environmentOf(source, stack),
      onOutput: (line, stream) => {
        if (!started && stream === "stdout" && /^\d+$/.test(line.trim())) {
          started = true;
          this.printed.forEach(onOutput);
          found(Number(line));
        } else {
          this.printed.push(line);
          if (started) {
            onOutput(line);
          }
        }
      },
    });
    this.failed = this.process.ended.then(({ code, signal }) => {
      if (this.closing) {
        return new Promise<never>(() => undefined);
      }
      const how = signal === null ? `exit code ${code}` : `signal ${signal}`;
      // Why it did not start stands at the beginning; what it died of, at the end.
      const said = withoutOwnFrames(this.printed.join("\n")).trimEnd().split("\n");
      const told = (started ? said.slice(-TOLD_LINES) : said.slice(0, TOLD_LINES)).join("\n");
      throw this.failure(`its process ended with ${how}${told === "" ? "" : `:\n${told}`}`);
    });
    this.failed.catch(() => undefined);
  }

  /**
   * Waits for the pack, and hands it the stack and its own configuration.
   *
   * @throws {@link PreflightError} when the pack does not start, or its configuration does not fit.
   */
  async start(): Promise<void> {
    const port = await Promise.race([this.port, this.failed]);
    this.client = new AnalyzerClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure(), CHANNEL_OPTIONS);
    await this.configureStack();
    const info = await this.call<Empty, AnalyzerInfo>("getAnalyzerInfo", new Empty());
    this.name = info.getName();
    this.version = this.source.version ?? info.getVersion();
    for (const message of info.getPoliciesList()) {
      this.policies.set(message.getName(), policyInfo(message));
    }
    await this.configure(initialSettings(info));
  }

  /** Whether a policy mends resources rather than complain. */
  get remediates(): boolean {
    return [...this.policies.values()].some((policy) => policy.level === "remediate");
  }

  get enabledPolicies(): number {
    return [...this.policies.values()].filter((policy) => policy.level !== "disabled").length;
  }

  analyze(request: AnalyzeRequest): Promise<AnalyzeResponse> {
    return this.call("analyze", request);
  }

  analyzeStack(request: AnalyzeStackRequest): Promise<AnalyzeResponse> {
    return this.call("analyzeStack", request);
  }

  remediate(request: AnalyzeRequest): Promise<RemediateResponse> {
    return this.call("remediate", request);
  }

  async close(): Promise<void> {
    this.closing = true;
    this.client?.close();
    await this.process.stop();
  }

  private call<Request, Response>(method: keyof AnalyzerClient, request: Request): Promise<Response> {
    type Method = (request: Request, callback: (error: grpc.ServiceError | null, response: Response) => void) => void;
    const answer = new Promise<Response>((resolve, reject) => {
      const client = this.client as AnalyzerClient;
      (client[method] as unknown as Method).call(client, request, (error, response) => {
        if (error !== null) {
          reject(this.failure(error.details));
        } else {
          resolve(response);
        }
      });
    });
    // A process that died says more than the broken connection does.
    answer.catch(() => undefined);
    return Promise.race([answer.catch((error: unknown) => this.afterDeath(error as Error)), this.failed]);
  }

  /** Gives the process's own end a moment to be noticed before a failed call is blamed. */
  private async afterDeath(error: Error): Promise<never> {
    await new Promise((resolve) => setTimeout(resolve, 100));
    throw error;
  }

  private failure(reason: string): PreflightError {
    return new PreflightError("pack", `policy pack ${this.name || this.source.directory} failed: ${reason}`);
  }

  private async configureStack(): Promise<void> {
    const request = new AnalyzerStackConfigureRequest();
    request.setStack(this.stack.name);
    request.setProject(this.stack.project);
    request.setOrganization(this.stack.organization);
    request.setDryRun(true);
    this.stack.config.forEach((value, key) => request.getConfigMap().set(key, value));
    request.setConfigSecretKeysList([...this.stack.secretKeys]);
    await this.call("configureStack", request);
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
    await this.call("configure", request);
  }
}

function environmentOf(source: PolicyPackSource, stack: StackSettings): Record<string, string> {
  const options = source.runtimeOptions;
  return {
    ...(options.typescript ? { PULUMI_NODEJS_TYPESCRIPT: "true" } : {}),
    ...(options.tsconfig === undefined ? {} : { PULUMI_NODEJS_TSCONFIG_PATH: options.tsconfig }),
    PULUMI_NODEJS_ORGANIZATION: stack.organization,
    PULUMI_NODEJS_PROJECT: stack.project,
    PULUMI_NODEJS_STACK: stack.name,
    PULUMI_NODEJS_DRY_RUN: "true",
    PULUMI_CONFIG: JSON.stringify(Object.fromEntries(stack.config)),
  };
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
