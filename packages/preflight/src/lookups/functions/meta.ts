import { type Json } from "../../document";
import { holdsUnknown } from "../../wire/values";
import { type CallSite, type JsonObject } from "../types";
import { ArgumentError, Arguments, isObject, mistaken } from "./arguments";
import { partitionAt, regionAt, Undetermined } from "./call-site";
import { ec2Endpoint, REGIONS } from "./regions";

/** The services whose principals end in the partition's own DNS suffix, by partition. */
const OWN_SUFFIX: Record<string, string[]> = {
  "aws-cn": ["codedeploy", "elasticmapreduce", "logs"],
  "aws-iso": ["cloudhsm", "config", "logs", "workspaces"],
  "aws-iso-b": ["dms", "logs"],
};

/** `aws.getRegion`: of an endpoint, of a name, or the call's own. */
export function getRegion(args: JsonObject, site: CallSite): JsonObject {
  const given = new Arguments(args, ["endpoint", "id", "name", "region"]);
  if (given.text("name") !== undefined && given.text("region") !== undefined) {
    throw new ArgumentError("name and region are given, and mean the same; keep region.");
  }
  const endpoint = given.text("endpoint");
  const ofEndpoint =
    endpoint === undefined ? undefined : [...REGIONS.keys()].find((name) => ec2Endpoint(name) === endpoint);
  const named = given.text("region") ?? given.text("name");
  if (endpoint !== undefined && ofEndpoint === undefined) {
    throw new Undetermined(`no Region has the endpoint ${endpoint}`);
  }
  if (ofEndpoint !== undefined && named !== undefined && ofEndpoint !== named) {
    throw new ArgumentError(`the endpoint is that of ${ofEndpoint} and the name is ${named}; give one of them.`);
  }
  const region = ofEndpoint ?? named ?? regionAt(site);
  const description = REGIONS.get(region);
  if (description === undefined) {
    throw new Undetermined(`preflight knows no Region ${region}`);
  }
  return { description, endpoint: ec2Endpoint(region), id: region, name: region, region };
}

/** `aws.getPartition` */
export function getPartition(args: JsonObject, site: CallSite): JsonObject {
  new Arguments(args, ["id"]);
  const { id, dnsSuffix } = partitionAt(site);
  return { dnsSuffix, id, partition: id, reverseDnsPrefix: dnsSuffix.split(".").reverse().join(".") };
}

/** `aws.getServicePrincipal` */
export function getServicePrincipal(args: JsonObject, site: CallSite): JsonObject {
  const serviceName = new Arguments(args, ["region", "serviceName"]).requiredText("serviceName");
  const region = regionAt(site);
  const { id, dnsSuffix } = partitionAt(site);
  const suffix = OWN_SUFFIX[id]?.includes(serviceName) === true ? dnsSuffix : "amazonaws.com";
  return { id: `${serviceName}.${region}.${suffix}`, name: `${serviceName}.${suffix}`, region, serviceName, suffix };
}

/** `aws.getDefaultTags`: those of the provider, without the ones that it ignores. */
export function getDefaultTags(args: JsonObject, site: CallSite): JsonObject {
  new Arguments(args, ["id"]);
  const { tags } = configured(site, "defaultTags");
  const ignored = configured(site, "ignoreTags");
  const keys = (ignored["keys"] ?? []) as Json[];
  const prefixes = ["aws:", ...((ignored["keyPrefixes"] ?? []) as string[])];
  const kept = Object.entries(isObject(tags) ? tags : {}).filter(
    ([key]) => !keys.includes(key) && !prefixes.some((prefix) => key.startsWith(prefix)),
  );
  return { id: partitionAt(site).id, tags: Object.fromEntries(kept) };
}

/** An object of a provider's configuration, which Pulumi hands over as JSON; empty where there is none. */
function configured({ config, provider }: CallSite, name: string): JsonObject {
  const value = config[name] ?? {};
  if (holdsUnknown(value)) {
    throw new Undetermined(`${name} of its provider ${provider} is known only after deployment`);
  }
  const content = typeof value === "string" ? parsed(value) : value;
  if (!isObject(content)) {
    throw mistaken(`${name} of the provider ${provider}`, "an object", value);
  }
  return content;
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}
