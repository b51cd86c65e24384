import { rulesOf } from "./aws-rules";
import { type Property, type Shape } from "../../../src/lookups/placeholders/declarations";
import { hash } from "./cloud";
import { recordName } from "./records";
import { type ResourceType, type Sdk } from "./sdk";
import { plain, type Properties, secret, UNKNOWN, type Value } from "./values";

/** The account of resources whose provider names none, one of those that AWS's documentation uses. */
export const ACCOUNT = "123456789012";

/** What a made-up value is made of. */
export interface Origin {
  type: ResourceType;
  /** The resource's logical name. */
  name: string;
  region: string;
  /** The account, unless it is the stand-in's own. */
  account?: string;
  /** Digits that differ between any two resources. */
  digits: string;
}

/** Where AWS's service name in an ARN is not that of the SDK's module. */
const SERVICES: { [module: string]: string } = {
  alb: "elasticloadbalancing",
  lb: "elasticloadbalancing",
  ebs: "ec2",
  vpc: "ec2",
};

/** A resource's outputs in a preview: its inputs, and unknown for all that AWS answers. */
export function previewOutputs(type: ResourceType, inputs: Properties): Properties {
  const outputs: Properties = { ...inputs };
  for (const name of answered(type, inputs)) {
    outputs[name] = UNKNOWN;
  }
  return outputs;
}

/** A resource's id and outputs once it exists: its inputs, and made-up values for all that AWS answers. */
export function createdOutputs(sdk: Sdk, origin: Origin, inputs: Properties): [string, Properties] {
  const outputs: Properties = { ...inputs };
  for (const name of answered(origin.type, inputs)) {
    const property = origin.type.outputs.get(name);
    const value = property === undefined ? null : madeUp(sdk, property, origin, inputs);
    outputs[name] = origin.type.secrets.includes(name) ? secret(value) : value;
  }
  const form = rulesOf(origin.type.token).id;
  if (form === "arn" || form === "name") {
    const id = plain(outputs[form]);
    return [typeof id === "string" ? id : origin.digits, outputs];
  }
  if (form !== undefined && "inputs" in form) {
    const parts = form.inputs.map((name) => plain(outputs[name])).filter((part) => typeof part === "string");
    return [parts.join(form.joinedBy), outputs];
  }
  const prefix = form?.prefix ?? kindOf(origin.type);
  return [`${prefix}-${origin.digits.slice(0, 17)}`, outputs];
}

/** The outputs that AWS answers: the computed ones and each input left out that AWS then chooses itself. */
function answered(type: ResourceType, inputs: Properties): string[] {
  return [...type.outputs.values()]
    .filter((output) => inputs[output.name] === undefined || inputs[output.name] === null)
    .filter((output) => !output.optional || type.computed.includes(output.name))
    .map((output) => output.name);
}

function madeUp(sdk: Sdk, property: Property, origin: Origin, inputs: Properties): Value {
  switch (property.name) {
    case "arn":
      return arnOf(origin, inputs);
    case "arnSuffix":
      return arnOf(origin, inputs).split(":").slice(5).join(":");
    case "name":
    case "bucket":
      return nameOf(origin, inputs);
    case "namePrefix":
      return "";
    case "region":
      return origin.region;
    case "domainValidationOptions":
      return validationOptions(inputs);
    case "fqdn":
      return recordName(inputs);
    case "keyAlgorithm":
      return "RSA_2048";
    case "subjectAlternativeNames":
      return [inputs["domainName"] ?? null];
    case "tagsAll":
      return inputs["tags"] ?? {};
    case "ownerId":
    case "accountId":
    case "registryId":
      return origin.account ?? ACCOUNT;
    default:
      return ofShape(sdk, property.shape, property.name, origin);
  }
}

/** The proofs that ACM asks for: one record for a name and its wildcard, the same for every certificate with that name. */
function validationOptions(inputs: Properties): Value {
  const alternatives = plain(inputs["subjectAlternativeNames"]) ?? [];
  const domains = [plain(inputs["domainName"]), ...(Array.isArray(alternatives) ? alternatives : [])];
  const names = [...new Set(domains)].filter((domain): domain is string => typeof domain === "string");
  return names.map((domainName) => {
    const name = domainName.replace(/^\*\./, "");
    return {
      domainName,
      resourceRecordName: `_${hash(name).slice(0, 32)}.${name}.`,
      resourceRecordType: "CNAME",
      resourceRecordValue: `_${hash(`${name}.`).slice(0, 32)}.acm-validations.aws.`,
    };
  });
}

function ofShape(sdk: Sdk, shape: Shape, name: string, origin: Origin): Value {
  switch (shape.kind) {
    case "string":
      return name.toLowerCase().endsWith("arn")
        ? `arn:aws:${serviceOf(origin.type)}:${origin.region}:${origin.account ?? ACCOUNT}:${name}/${origin.digits.slice(0, 16)}`
        : `${name}-${origin.digits.slice(0, 8)}`;
    case "number":
      return 1;
    case "boolean":
      return false;
    case "list":
      return [ofShape(sdk, shape.element, name, origin)];
    case "object":
      return Object.fromEntries(
        sdk
          .object(shape.reference)
          .filter((member) => !member.optional)
          .map((member) => [member.name, ofShape(sdk, member.shape, member.name, origin)]),
      );
    case "map":
    case "any":
      return {};
  }
}

/** The name in AWS: the one given, or the logical name and seven digits, as Pulumi names. */
function nameOf(origin: Origin, inputs: Properties): string {
  const given = plain(inputs["name"] ?? inputs["bucket"]);
  const prefix = plain(inputs["namePrefix"]);
  if (typeof given === "string") {
    return given;
  }
  return `${typeof prefix === "string" ? prefix : `${origin.name}-`}${origin.digits.slice(0, 7)}`;
}

function arnOf(origin: Origin, inputs: Properties): string {
  const kind = kindOf(origin.type);
  const resource = `${kind}/${nameOf(origin, inputs)}/${origin.digits.slice(0, 16)}`;
  return `arn:aws:${serviceOf(origin.type)}:${origin.region}:${origin.account ?? ACCOUNT}:${resource}`;
}

function serviceOf(type: ResourceType): string {
  const moduleName = (type.token.split(":")[1] ?? "").split("/")[0] ?? "";
  return SERVICES[moduleName] ?? moduleName;
}

function kindOf(type: ResourceType): string {
  return (type.token.split(":")[2] ?? "").toLowerCase();
}
