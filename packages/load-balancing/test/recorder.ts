import * as assert from "node:assert/strict";
import { ConfigError } from "@groundwork/core";
import * as pulumi from "@pulumi/pulumi";

/** A resource as a program registered it: inputs, and whom they and the whole resource wait for. */
export interface Recorded {
  urn: string;
  type: string;
  name: string;
  inputs: Record<string, unknown>;
  /** URNs of everything that must exist before it. */
  dependencies: string[];
  /** The same, by input. */
  propertyDependencies: Record<string, string[]>;
  /** The value whose change replaces it. */
  replacementTrigger: unknown;
}

/** The parts of a registration request that the recorder reads. */
interface Request {
  getType(): string;
  getName(): string;
  getDependenciesList(): string[];
  getReplacementTrigger(): { toJavaScript(): unknown } | undefined;
  getPropertydependenciesMap(): {
    forEach(visit: (urns: { getUrnsList(): string[] }, property: string) => void): void;
  };
}

type Register = (request: Request, callback: (error: unknown, response?: { getUrn(): string }) => void) => unknown;

/** Outputs that AWS would compute, by type, beside an id and an ARN. */
function computed(type: string, name: string, inputs: Record<string, unknown>): Record<string, unknown> {
  const arn = `arn:aws:test:eu-west-1:111122223333:${name}`;
  switch (type) {
    case "aws:lb/loadBalancer:LoadBalancer":
      return { arn, arnSuffix: `app/${name}/1`, dnsName: `${name}.elb.amazonaws.com`, zoneId: "Z1" };
    case "aws:lb/targetGroup:TargetGroup":
      return { arn, arnSuffix: `targetgroup/${name}/1` };
    case "aws:ec2/securityGroup:SecurityGroup":
      return { arn, ownerId: "111122223333" };
    case "aws:s3/bucket:Bucket":
      return { arn: `arn:aws:s3:::${name}`, bucket: name };
    case "aws:acm/certificate:Certificate":
      return { arn, domainValidationOptions: validationOptions(inputs) };
    case "aws:route53/record:Record":
      return { fqdn: inputs["name"] };
    case "aws:ec2/vpcEndpointService:VpcEndpointService":
      return { arn, serviceName: `com.amazonaws.vpce.${name}` };
    default:
      return { arn };
  }
}

function validationOptions(inputs: Record<string, unknown>) {
  const domains = [inputs["domainName"], ...((inputs["subjectAlternativeNames"] as string[] | undefined) ?? [])];
  return domains.map((domain) => ({
    domainName: domain,
    resourceRecordName: `_proof.${String(domain).replace("*.", "")}`,
    resourceRecordType: "CNAME",
    resourceRecordValue: "_answer.acm-validations.aws",
  }));
}

/** Runs a program and returns what it registered, in the order of registration. */
export async function record(program: () => unknown): Promise<Recorded[]> {
  const resources: Recorded[] = [];
  const inputsOf = new Map<string, Record<string, unknown>>();
  await pulumi.runtime.setMocks({
    newResource: (args) => {
      const inputs = args.inputs as Record<string, unknown>;
      inputsOf.set(`${args.type} ${args.name}`, inputs);
      return { id: `${args.name}-id`, state: { ...inputs, ...computed(args.type, args.name, inputs) } };
    },
    call: ({ token }) => {
      assert.equal(token, "aws:index/getCallerIdentity:getCallerIdentity");
      return { accountId: "999900001111" };
    },
  });
  const monitor = pulumi.runtime.getMonitor() as unknown as { registerResource: Register };
  const register = monitor.registerResource.bind(monitor);
  monitor.registerResource = (request, callback) =>
    register(request, (error, response) => {
      if (response !== undefined) {
        const propertyDependencies: Record<string, string[]> = {};
        request.getPropertydependenciesMap().forEach((urns, property) => {
          propertyDependencies[property] = urns.getUrnsList();
        });
        resources.push({
          urn: response.getUrn(),
          type: request.getType(),
          name: request.getName(),
          inputs: inputsOf.get(`${request.getType()} ${request.getName()}`) ?? {},
          dependencies: request.getDependenciesList(),
          propertyDependencies,
          replacementTrigger: request.getReplacementTrigger()?.toJavaScript(),
        });
      }
      callback(error, response);
    });
  // The SDK takes a stack trace for each of its promises, which would be most of the time of these tests.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    program();
    // Every registration holds the runtime open from its constructor to its answer, so this waits for all of them.
    await (pulumi.runtime as unknown as { waitForRPCs(): Promise<void> }).waitForRPCs();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
  return resources;
}

/** The resource of a type and name; the only one of its type if there is no name. */
export function find(resources: Recorded[], type: string, name?: string): Recorded {
  const found = resources.filter(
    (resource) => resource.type === type && (name === undefined || resource.name === name),
  );
  assert.equal(
    found.length,
    1,
    `${found.length} of ${type} ${name ?? ""} among:\n${resources.map((r) => `${r.type} ${r.name}`).join("\n")}`,
  );
  return found[0] as Recorded;
}

/** The names of the resources of a type, in order of registration. */
export function names(resources: Recorded[], type: string): string[] {
  return resources.filter((resource) => resource.type === type).map((resource) => resource.name);
}

/** The last parts of the URNs that an input waits for. */
export function waitsFor(resource: Recorded, input?: string): string[] {
  const urns = input === undefined ? resource.dependencies : (resource.propertyDependencies[input] ?? []);
  return urns.map((urn) => urn.slice(urn.lastIndexOf("::") + 2)).sort();
}

/** The mistakes that a program is refused for; it must register nothing. */
export async function mistakes(program: () => unknown): Promise<string[]> {
  let problems: string[] | undefined;
  const resources = await record(() => {
    try {
      program();
    } catch (error) {
      assert.ok(error instanceof ConfigError, String(error));
      problems = error.problems;
    }
  });
  assert.deepEqual(
    resources.map((resource) => resource.name),
    [],
  );
  assert.ok(problems !== undefined, "nothing was refused");
  return problems;
}
