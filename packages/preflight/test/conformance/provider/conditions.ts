/** The conditions under which AWS's provider replaces a resource, which the behaviours give in words. */

import { type Behaviour } from "./behaviour";
import { moduleOf } from "./aws-rules";
import { plain, type Properties, textOf, UNKNOWN, type Value } from "./values";

type Condition = (before: Properties, after: Properties) => boolean;

const CONDITIONS: { [module: string]: { [path: string]: Condition } } = {
  "lb/loadBalancer": {
    subnets: (before, after) => {
      const [old, wanted] = [listed(before["subnets"]), listed(after["subnets"])];
      return isNetwork(after) && old !== undefined && wanted !== undefined && wanted.length <= old.length;
    },
    subnetMappings: (before, after) => {
      const [old, wanted] = [listed(before["subnetMappings"]), listed(after["subnetMappings"])];
      if (old === undefined || wanted === undefined) {
        return isNetwork(after);
      }
      const texts = wanted.map((mapping) => JSON.stringify(mapping));
      const altered = old.some((mapping) => !texts.includes(JSON.stringify(mapping)));
      return isNetwork(after) ? wanted.length <= old.length || altered : altered && wanted.length >= old.length;
    },
    securityGroups: (before, after) => {
      const [old, wanted] = [listed(before["securityGroups"]), listed(after["securityGroups"])];
      return (
        isNetwork(after) && old !== undefined && wanted !== undefined && (old.length === 0) !== (wanted.length === 0)
      );
    },
    secondaryIpsAutoAssignedPerSubnet: (before, after) =>
      number(after, "secondaryIpsAutoAssignedPerSubnet") < number(before, "secondaryIpsAutoAssignedPerSubnet"),
  },
  "vpc/securityGroupIngressRule": otherKindOfPeer(),
  "vpc/securityGroupEgressRule": otherKindOfPeer(),
  "ec2/vpc": {
    cidrBlock: (_before, after) => after["ipv4NetmaskLength"] === undefined,
    instanceTenancy: (before, after) =>
      !(
        plain(before["instanceTenancy"]) === "dedicated" &&
        [undefined, "default"].includes(textOf(after, "instanceTenancy"))
      ),
  },
  "ec2/subnet": { ipv6CidrBlock: (before) => plain(before["assignIpv6AddressOnCreation"]) === true },
  "ec2/natGateway": {
    availabilityZoneAddresses: (before, after) =>
      textOf(after, "availabilityMode") === "regional" &&
      ((listed(before["availabilityZoneAddresses"]) ?? []).length === 0) !==
        ((listed(after["availabilityZoneAddresses"]) ?? []).length === 0),
  },
  "ec2/vpcEndpoint": { privateDnsEnabled: (_before, after) => textOf(after, "vpcEndpointType") !== "Interface" },
  "ec2/instance": {
    launchTemplate: appearsOrGoes("launchTemplate"),
    // Which version an instance really uses is what the template's says: a number that changes names another version.
    "launchTemplate.version": () => true,
    userData: (_before, after) => plain(after["userDataReplaceOnChange"]) === true,
    userDataBase64: (_before, after) => plain(after["userDataReplaceOnChange"]) === true,
    enablePrimaryIpv6: (before, after) =>
      plain(before["enablePrimaryIpv6"]) === true && plain(after["enablePrimaryIpv6"]) === false,
    instanceType: (before, after) => isArm(textOf(before, "instanceType")) !== isArm(textOf(after, "instanceType")),
    ipv6Addresses: (before, after) => plain(before["ipv6AddressCount"]) === plain(after["ipv6AddressCount"]),
    ephemeralBlockDevices: countOf("ephemeralBlockDevices"),
    privateDnsNameOptions: appearsOrGoes("privateDnsNameOptions"),
  },
  "ec2/fleet": {
    onDemandOptions: appears("onDemandOptions"),
    spotOptions: appears("spotOptions"),
    "targetCapacitySpecification.onDemandTargetCapacity": () => true,
    "targetCapacitySpecification.spotTargetCapacity": () => true,
  },
  "ec2/ami": { ephemeralBlockDevices: countOf("ephemeralBlockDevices") },
  "ec2/amiCopy": { ephemeralBlockDevices: countOf("ephemeralBlockDevices") },
  "ec2/amiFromInstance": { ephemeralBlockDevices: countOf("ephemeralBlockDevices") },
  "lambda/invocation": { input: (_before, after) => textOf(after, "lifecycleScope") !== "CRUD" },
  "lambda/function": { durableConfig: appearsOrGoes("durableConfig") },
  "ssm/parameter": {
    tier: (before, after) => textOf(before, "tier") === "Advanced" && textOf(after, "tier") === "Standard",
  },
};

/** The conditions of a type that a behaviour names and nobody has written: those are taken for met. */
export function unwrittenConditions(token: string, behaviour: Behaviour): string[] {
  return Object.keys(behaviour.replacedWhen ?? {}).filter((path) => CONDITIONS[moduleOf(token)]?.[path] === undefined);
}

/** Whether a change at a path replaces the resource. */
export function replaces(
  token: string,
  behaviour: Behaviour,
  path: string,
  before: Properties,
  after: Properties,
): boolean {
  if (behaviour.replacedWhen?.[path] !== undefined) {
    return CONDITIONS[moduleOf(token)]?.[path]?.(before, after) ?? true;
  }
  return path === "region" || (behaviour.replacedBy ?? []).includes(path);
}

/** A rule's address changes in place; from an address to a group, say, it does not. */
function otherKindOfPeer(): { [path: string]: Condition } {
  const kinds = ["cidrIpv4", "cidrIpv6", "prefixListId", "referencedSecurityGroupId"];
  const kindOf = (rule: Properties): string | undefined => kinds.find((kind) => rule[kind] !== undefined);
  return Object.fromEntries(kinds.map((kind) => [kind, (before, after) => kindOf(before) !== kindOf(after)]));
}

function appears(name: string): Condition {
  return (before, after) => before[name] === undefined && after[name] !== undefined;
}

function appearsOrGoes(name: string): Condition {
  return (before, after) => (before[name] === undefined) !== (after[name] === undefined);
}

function countOf(name: string): Condition {
  return (before, after) => (listed(before[name]) ?? []).length !== (listed(after[name]) ?? []).length;
}

function isNetwork(loadBalancer: Properties): boolean {
  return plain(loadBalancer["loadBalancerType"]) === "network";
}

/** Whether an instance type has one of AWS's own processors: `m7g.large`, `c6gn.xlarge`, `a1.medium`. */
function isArm(instanceType: string | undefined): boolean {
  return /^(a1|[a-z]+\d+g[a-z]*)\./.test(instanceType ?? "");
}

function number(properties: Properties, name: string): number {
  return Number(plain(properties[name]) ?? 0);
}

/** The items of a list; `undefined` where not all of them are known. */
function listed(value: Value | undefined): Value[] | undefined {
  const items = plain(value) ?? [];
  return Array.isArray(items) && !items.includes(UNKNOWN) ? items : undefined;
}
