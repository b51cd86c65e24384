"use strict";

// Loaded into the process of a pack before it: takes the place of the engine, has so many resources judged with every rule
// enabled, and prints what that took. Requests are made before, so that only the pack and its SDK are measured.
const { createRequire } = require("node:module");

const fromSdk = createRequire(require.resolve("@pulumi/policy"));
const { Server } = fromSdk("@grpc/grpc-js");
const { Struct } = fromSdk("google-protobuf/google/protobuf/struct_pb");
const analyzer = require("@pulumi/pulumi/proto/analyzer_pb");
const { resources } = require("./resources.js");

const COUNT = Number(process.env.BENCH_RESOURCES);

let server;
Server.prototype.addService = (_service, implementation) => (server = implementation);
Server.prototype.bindAsync = () => {
  const start = cpu();
  measure(start).catch((error) => {
    console.error(error);
    process.exit(1);
  });
};

async function measure(start) {
  const { policiesList } = (await call("getAnalyzerInfo", {})).toObject();
  await call("configure", configuration(policiesList.map(({ name }) => name)));
  const program = resources(COUNT);
  const single = program.map(analyzeRequest);
  const stack = new analyzer.AnalyzeStackRequest().setResourcesList(program.map(stackResource));
  let said = 0;
  const before = cpu();
  for (const request of single) {
    said += (await call("analyze", request)).getDiagnosticsList().length;
  }
  const between = cpu();
  said += (await call("analyzeStack", stack)).getDiagnosticsList().length;
  const after = cpu();
  const peakMiB = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ start, analyze: between - before, stack: after - between, peakMiB, said }));
  process.exit(0);
}

/** The seconds of the processor that this process has taken. */
function cpu() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function call(method, request) {
  return new Promise((resolve, reject) =>
    server[method]({ request }, (error, response) => (error ? reject(error) : resolve(response))),
  );
}

function configuration(names) {
  const request = new analyzer.ConfigureAnalyzerRequest();
  for (const name of names) {
    const config = new analyzer.PolicyConfig().setEnforcementlevel(analyzer.EnforcementLevel.MANDATORY);
    request.getPolicyconfigMap().set(name, config.setProperties(Struct.fromJavaScript({})));
  }
  return request;
}

function provider() {
  const properties = Struct.fromJavaScript({ region: "eu-west-1" });
  return new analyzer.AnalyzerProviderResource()
    .setType("pulumi:providers:aws")
    .setUrn("urn:pulumi:dev::bench::pulumi:providers:aws::default")
    .setName("default")
    .setProperties(properties);
}

function analyzeRequest({ type, name, urn, inputs }) {
  return new analyzer.AnalyzeRequest()
    .setType(type)
    .setName(name)
    .setUrn(urn)
    .setProperties(Struct.fromJavaScript(inputs))
    .setOptions(new analyzer.AnalyzerResourceOptions())
    .setProvider(provider());
}

function stackResource({ type, name, urn, inputs, sources }) {
  const message = new analyzer.AnalyzerResource()
    .setType(type)
    .setName(name)
    .setUrn(urn)
    .setProperties(Struct.fromJavaScript({ ...inputs, id: name, arn: `arn:aws:x:eu-west-1:123456789012:${name}` }))
    .setOptions(new analyzer.AnalyzerResourceOptions())
    .setProvider(provider())
    .setDependenciesList(Object.values(sources).flat());
  for (const [property, urns] of Object.entries(sources)) {
    const dependencies = new analyzer.AnalyzerPropertyDependencies().setUrnsList(urns);
    message.getPropertydependenciesMap().set(property, dependencies);
  }
  return message;
}
