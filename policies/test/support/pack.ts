import { createRequire } from "node:module";
import * as analyzer from "@pulumi/pulumi/proto/analyzer_pb";
import { Run } from "../../model/run";
import type { Rule } from "../../model/rule";
import { Waivers } from "../../model/waivers";
import { servePack } from "../../serve";

/**
 * The policy SDK's own RPC functions, without a network: the requests are those of the engine, so unknowns, secrets,
 * levels and configuration are what they are in a deployment.
 */

/** A value that is known only at deployment, as the engine sends it. */
export const UNKNOWN_VALUE = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** A secret, as the engine sends it. */
export function secret(value: unknown): Record<string, unknown> {
  return { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value };
}

/** A resource as a program registers it. */
export interface Registration {
  type: string;
  /** Its name, and its URN in this helper. */
  name: string;
  inputs: Record<string, unknown>;
  /** Its state after the run; the inputs unless given. */
  state?: Record<string, unknown>;
  /** Its provider; none, as a component has, if it is "". */
  provider?: string;
  /** What its provider is configured with. */
  providerInputs?: Record<string, unknown>;
  options?: { protect?: boolean; ignoreChanges?: string[]; deleteBeforeReplace?: boolean; aliases?: string[] };
  parent?: string;
  dependsOn?: string[];
  /** By input, the names of the resources from which its value comes. */
  sources?: Record<string, string[]>;
}

/** What was said of a resource, in one line: "level name: message", and how late: "(end)" after the program has run. */
export type Line = string;

/** Of which stack, whether it is a deployment, and what is waived there. */
export interface Occurrence {
  waivers?: Waivers;
  stack?: string;
  deploys?: boolean;
}

/** The configuration of one rule, as in a file for `--policy-pack-config`. */
export type RuleSettings = Record<string, unknown>;

type Answer<T> = (error: Error | null, response: T) => void;
type Rpc<Request, Response> = (call: { request: Request }, answer: Answer<Response>) => void;

interface AnalyzerServer {
  analyze: Rpc<analyzer.AnalyzeRequest, analyzer.AnalyzeResponse>;
  analyzeStack: Rpc<analyzer.AnalyzeStackRequest, analyzer.AnalyzeResponse>;
  remediate: Rpc<analyzer.AnalyzeRequest, analyzer.RemediateResponse>;
  configureStack: Rpc<analyzer.AnalyzerStackConfigureRequest, unknown>;
  configure: Rpc<analyzer.ConfigureAnalyzerRequest, unknown>;
  getAnalyzerInfo: Rpc<unknown, analyzer.AnalyzerInfo>;
}

interface GrpcModule {
  Server: { prototype: { addService: unknown; bindAsync: unknown } };
}

interface StructModule {
  Struct: { fromJavaScript: (value: unknown) => ReturnType<analyzer.AnalyzeRequest["getProperties"]> };
}

const LEVELS = new Map<number, string>([
  [analyzer.EnforcementLevel.ADVISORY, "advisory"],
  [analyzer.EnforcementLevel.MANDATORY, "mandatory"],
  [analyzer.EnforcementLevel.DISABLED, "disabled"],
  [analyzer.EnforcementLevel.REMEDIATE, "remediate"],
]);

/** Resolves as the SDK does: requests must be made of its own copies of the modules. */
const fromSdk = createRequire(require.resolve("@pulumi/policy"));
const { Struct } = fromSdk("google-protobuf/google/protobuf/struct_pb") as StructModule;

/** The SDK serves one pack in a process; what it serves is exchanged for each call. */
let current = new Run([]);
const served = [...current.policies];
const server = startServer();

/** Catches the functions that the SDK hands to its gRPC server, which is not started. */
function startServer(): AnalyzerServer {
  const { prototype } = (fromSdk("@grpc/grpc-js") as GrpcModule).Server;
  const originals = { addService: prototype.addService, bindAsync: prototype.bindAsync };
  let caught: AnalyzerServer | undefined;
  prototype.addService = (_service: unknown, implementation: AnalyzerServer) => (caught = implementation);
  prototype.bindAsync = () => undefined;
  servePack("test", { policies: served }, () => current);
  Object.assign(prototype, originals);
  if (caught === undefined) {
    throw new Error("the policy SDK has registered no service");
  }
  return caught;
}

function call<Request, Response>(rpc: Rpc<Request, Response>, request: Request): Promise<Response> {
  return new Promise((resolve, reject) =>
    rpc({ request }, (error, response) => (error ? reject(error) : resolve(response))),
  );
}

/**
 * Loads rules and configures them, as the engine does before a program runs: it sends the settings of every rule, and
 * whatever else the configuration names.
 *
 * @throws The pack's answer to a wrong configuration.
 */
export async function load(
  rules: Rule[],
  settings: Record<string, RuleSettings>,
  { waivers = new Waivers(), stack = "dev", deploys = false }: Occurrence = {},
): Promise<void> {
  current = new Run(rules, waivers);
  await call(
    server.configureStack,
    new analyzer.AnalyzerStackConfigureRequest().setStack(stack).setDryRun(!deploys).setProject("shop"),
  );
  served.splice(0, served.length, ...current.policies);
  const request = new analyzer.ConfigureAnalyzerRequest();
  const levels = rules.map((rule): [string, RuleSettings] => [rule.name, { enforcementLevel: rule.level }]);
  for (const [name, given] of Object.entries({ ...Object.fromEntries(levels), ...settings })) {
    const { enforcementLevel = "mandatory", ...properties } = given;
    const config = new analyzer.PolicyConfig();
    config.setEnforcementlevel([...LEVELS].find(([, level]) => level === enforcementLevel)?.[0] as 0);
    config.setProperties(Struct.fromJavaScript(properties));
    request.getPolicyconfigMap().set(name, config);
  }
  await call(server.configure, request);
}

function options({ options, parent }: Registration): analyzer.AnalyzerResourceOptions {
  const message = new analyzer.AnalyzerResourceOptions();
  message.setProtect(options?.protect ?? false);
  message.setIgnorechangesList(options?.ignoreChanges ?? []);
  message.setAliasesList(options?.aliases ?? []);
  message.setDeletebeforereplacedefined(options?.deleteBeforeReplace !== undefined);
  message.setDeletebeforereplace(options?.deleteBeforeReplace ?? false);
  message.setParent(parent ?? "");
  return message;
}

function provider({
  provider: name = "default",
  providerInputs,
}: Registration): analyzer.AnalyzerProviderResource | undefined {
  if (name === "") {
    return undefined;
  }
  const resource = new analyzer.AnalyzerProviderResource();
  resource.setType("pulumi:providers:aws");
  resource.setUrn(name);
  resource.setName(name);
  resource.setProperties(Struct.fromJavaScript(providerInputs ?? {}));
  return resource;
}

function analyzeRequest(resource: Registration): analyzer.AnalyzeRequest {
  const request = new analyzer.AnalyzeRequest();
  request.setType(resource.type);
  request.setName(resource.name);
  request.setUrn(resource.name);
  request.setProperties(Struct.fromJavaScript(resource.inputs));
  request.setOptions(options(resource));
  request.setProvider(provider(resource));
  return request;
}

function stackRequest(resources: Registration[]): analyzer.AnalyzeStackRequest {
  const request = new analyzer.AnalyzeStackRequest();
  for (const resource of resources) {
    const item = new analyzer.AnalyzerResource();
    item.setType(resource.type);
    item.setName(resource.name);
    item.setUrn(resource.name);
    item.setProperties(Struct.fromJavaScript(resource.state ?? resource.inputs));
    item.setOptions(options(resource));
    item.setProvider(provider(resource));
    item.setParent(resource.parent ?? "");
    item.setDependenciesList([...(resource.dependsOn ?? []), ...Object.values(resource.sources ?? {}).flat()]);
    for (const [property, names] of Object.entries(resource.sources ?? {})) {
      const dependencies = new analyzer.AnalyzerPropertyDependencies();
      dependencies.setUrnsList(names);
      item.getPropertydependenciesMap().set(property, dependencies);
    }
    request.addResources(item);
  }
  return request;
}

/** What the SDK puts before the message of each violation. */
function withoutDescription({ description, message }: analyzer.AnalyzeDiagnostic.AsObject): string {
  return message.startsWith(`${description}\n`) ? message.slice(description.length + 1) : message;
}

/** A violation as the engine gets it. */
export interface Diagnosis {
  rule: string;
  level: string;
  /** The name of the resource, which is its URN in this helper. */
  resource: string;
  message: string;
  /** Whether it was said once the program had run. */
  late: boolean;
}

/** What rules say of a program: of each resource as it registers, then, if the engine gets that far, of all of them. */
export async function diagnose(
  rules: Rule[],
  resources: Registration[],
  settings: Record<string, RuleSettings> = {},
  occurrence: Occurrence = {},
): Promise<Diagnosis[]> {
  await load(rules, settings, occurrence);
  const said: Diagnosis[] = [];
  const take = (response: analyzer.AnalyzeResponse, resource?: string) =>
    response.toObject().diagnosticsList.forEach((found) =>
      said.push({
        rule: found.policyname,
        level: LEVELS.get(found.enforcementlevel) ?? "",
        resource: resource ?? found.urn,
        message: withoutDescription(found),
        late: resource === undefined,
      }),
    );
  for (const resource of resources) {
    take(await call(server.analyze, analyzeRequest(resource)), resource.name);
  }
  take(await call(server.analyzeStack, stackRequest(resources)));
  return said;
}

/** The same in lines. */
export async function judge(...program: Parameters<typeof diagnose>): Promise<Line[]> {
  return (await diagnose(...program)).map(
    ({ level, resource, message, late }) => `${level} ${resource}: ${message}${late ? " (end)" : ""}`,
  );
}

/** The verdicts of rules on resources that only the end of a run shows them, as when a stack's state is analysed. */
export async function judgeState(rules: Rule[], resources: Registration[]): Promise<Line[]> {
  await load(rules, {});
  const { diagnosticsList } = (await call(server.analyzeStack, stackRequest(resources))).toObject();
  return diagnosticsList.map(
    (found) => `${LEVELS.get(found.enforcementlevel)} ${found.urn}: ${withoutDescription(found)}`,
  );
}

/** A resource's inputs after the remediation of one rule, as they go over the wire; undefined if it leaves them alone. */
export async function remediate(rule: Rule, resource: Registration, occurrence: Occurrence = {}): Promise<unknown> {
  await load([rule], { [rule.name]: { enforcementLevel: "remediate" } }, occurrence);
  const remediations = (await call(server.remediate, analyzeRequest(resource))).getRemediationsList();
  const diagnostics = remediations.map((remediation) => remediation.getDiagnostic()).filter((text) => text !== "");
  if (diagnostics.length > 0) {
    throw new Error(diagnostics.join("\n"));
  }
  return remediations[0]?.getProperties()?.toJavaScript();
}

/** What the SDK tells the engine about a pack of these rules. */
export async function info(rules: Rule[]): Promise<analyzer.AnalyzerInfo.AsObject> {
  await load(rules, {});
  return (await call(server.getAnalyzerInfo, {})).toObject();
}
