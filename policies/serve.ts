import { createRequire } from "node:module";
import { PolicyPack, type PolicyPackArgs } from "@pulumi/policy";
import type { ConfigureAnalyzerRequest } from "@pulumi/pulumi/proto/analyzer_pb";
import type { GivenProperties } from "./model/config-names";

type Answer = (error: { code: number; details: string } | null, response?: unknown) => void;

interface Analyzer {
  configure(call: { request: ConfigureAnalyzerRequest }, answer: Answer): unknown;
}

interface Grpc {
  Server: { prototype: { addService: (this: unknown, service: unknown, analyzer: Analyzer) => void } };
  status: { INVALID_ARGUMENT: number };
}

/**
 * Starts a pack that refuses a wrong configuration when it gets it, before a program runs.
 *
 * The policy SDK keeps whatever configuration it is sent and checks nothing of it: a rule asks for its own part, and
 * nobody for the rest. So the check answers the engine's Configure call in front of the SDK.
 *
 * @param mistakesIn Every mistake in a configuration, in a sentence each.
 * @throws Error where the SDK starts in another way than it did, so that a configuration would go unchecked.
 */
export function servePack(name: string, args: PolicyPackArgs, mistakesIn: (given: GivenProperties) => string[]): void {
  const { Server, status } = createRequire(require.resolve("@pulumi/policy"))("@grpc/grpc-js") as Grpc;
  const { addService } = Server.prototype;
  let checked = false;
  Server.prototype.addService = function (service, analyzer) {
    checked = true;
    const configure: Analyzer["configure"] = (call, answer) => {
      const mistakes = mistakesIn(givenProperties(call.request));
      return mistakes.length === 0
        ? analyzer.configure(call, answer)
        : answer({ code: status.INVALID_ARGUMENT, details: mistakes.join("\n") });
    };
    addService.call(this, service, { ...analyzer, configure });
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

function givenProperties(request: ConfigureAnalyzerRequest): GivenProperties {
  const given: GivenProperties = new Map();
  request.getPolicyconfigMap().forEach((settings, rule) => {
    given.set(rule, Object.keys(settings.getProperties()?.toJavaScript() ?? {}));
  });
  return given;
}
