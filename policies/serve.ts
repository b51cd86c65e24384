import { createRequire } from "node:module";
import { PolicyPack, type EnforcementLevel, type PolicyPackArgs } from "@pulumi/policy";
import type {
  AnalyzerInfo,
  AnalyzerStackConfigureRequest,
  ConfigureAnalyzerRequest,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { wrongNames } from "./model/config-names";
import { RUN_POLICY, type Given, type Run } from "./model/run";

type Answer<Response> = (error: { code: number; details: string } | null, response?: Response) => void;

interface Analyzer {
  configureStack(call: { request: AnalyzerStackConfigureRequest }, answer: Answer<unknown>): unknown;
  configure(call: { request: ConfigureAnalyzerRequest }, answer: Answer<unknown>): unknown;
  getAnalyzerInfo(call: unknown, answer: Answer<AnalyzerInfo>): unknown;
}

interface Grpc {
  Server: { prototype: { addService: (this: unknown, service: unknown, analyzer: Analyzer) => void } };
  status: { INVALID_ARGUMENT: number };
}

/** The engine's levels by their numbers on the wire. */
const LEVELS: EnforcementLevel[] = ["advisory", "mandatory", "disabled", "remediate"];

/**
 * Starts a pack whose rules run together, and which refuses a wrong configuration when it gets it, before a program runs.
 *
 * The policy SDK runs each policy by itself, and keeps whatever configuration it is sent unchecked, for each policy its
 * own part. So three calls are answered in front of the SDK: Configure, to check the whole and to hand it to the run;
 * ConfigureStack, to tell the run which stack it is; and GetAnalyzerInfo, to list the rules without the policy that runs
 * them.
 *
 * @param current The run that judges; a test exchanges it.
 * @throws Error where the SDK starts in another way than it did, so that a configuration would go unchecked.
 */
export function servePack(name: string, args: PolicyPackArgs, current: () => Run): void {
  const { Server, status } = createRequire(require.resolve("@pulumi/policy"))("@grpc/grpc-js") as Grpc;
  const { addService } = Server.prototype;
  let checked = false;
  Server.prototype.addService = function (service, analyzer) {
    checked = true;
    const configure: Analyzer["configure"] = (call, answer) => {
      const given = givenTo(call.request);
      const names = new Map([...given].map(([rule, { properties }]) => [rule, Object.keys(properties)]));
      const mistakes = wrongNames(current().rules, names);
      if (mistakes.length > 0) {
        return answer({ code: status.INVALID_ARGUMENT, details: mistakes.join("\n") });
      }
      current().configure(given);
      return analyzer.configure(call, answer);
    };
    const configureStack: Analyzer["configureStack"] = (call, answer) => {
      current().begin({ stack: call.request.getStack(), preview: call.request.getDryRun() });
      return analyzer.configureStack(call, answer);
    };
    const getAnalyzerInfo: Analyzer["getAnalyzerInfo"] = (call, answer) =>
      analyzer.getAnalyzerInfo(call, (error, info) => answer(error, info && withoutRun(info)));
    addService.call(this, service, { ...analyzer, configure, configureStack, getAnalyzerInfo });
  };
  try {
    new PolicyPack(name, args);
  } finally {
    Server.prototype.addService = addService;
  }
  if (!checked) {
    throw new Error("The policy SDK has registered no service, so the pack cannot check its configuration.");
  }
}

function withoutRun(info: AnalyzerInfo): AnalyzerInfo {
  const all = info.getPoliciesList();
  const kind = all.find((policy) => policy.getName() === RUN_POLICY)?.getPolicyType() ?? 0;
  const rules = all.filter((policy) => policy.getName() !== RUN_POLICY);
  rules.forEach((rule) => rule.setPolicyType(kind));
  info.setPoliciesList(rules);
  return info;
}

function givenTo(request: ConfigureAnalyzerRequest): Map<string, Given> {
  const given = new Map<string, Given>();
  request.getPolicyconfigMap().forEach((settings, rule) => {
    const level = LEVELS[settings.getEnforcementlevel()];
    const properties = (settings.getProperties()?.toJavaScript() ?? {}) as Record<string, unknown>;
    given.set(rule, { ...(level !== undefined && { level }), properties });
  });
  return given;
}
