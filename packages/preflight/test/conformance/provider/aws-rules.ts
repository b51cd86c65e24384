/**
 * What AWS does that its SDK's declarations do not say, for the types whose replacement or deletion order matters here.
 *
 * Both load-balancing modules (`aws:lb/*` and `aws:alb/*`) are looked up as `lb`.
 */

import { plain, type Properties, UNKNOWN, type Value } from "./values";

/** A rule's view of a resource type. */
export interface TypeRules {
  /** The inputs whose change AWS's provider answers with a replacement, beyond those whose documentation says so. */
  replacedBy?: string[];
  /** The inputs whose change it answers so only sometimes, whatever their documentation says: whether in this case. */
  replacedWhen?: { [input: string]: (before: Properties, after: Properties) => boolean };
  /** The input that no two living resources may share, within the inputs of `scope`. */
  unique?: { input: string; scope: string[]; error: string };
  /** The types that keep a resource from being deleted while they name its id or ARN. */
  heldBy?: { types: string[]; error: string };
  /** Set where AWS refuses to connect a resource with what is in another VPC. */
  inOneVpc?: { error: string };
  /** How AWS writes the type's ids: a prefix and hexadecimal digits, the ARN, or the resource's name. */
  id?: { prefix: string } | "arn" | "name";
}

const RULES: { [module: string]: TypeRules } = {
  "lb/targetGroup": {
    replacedBy: ["ipAddressType", "name", "namePrefix", "port", "protocol", "protocolVersion", "targetType", "vpcId"],
    unique: { input: "name", scope: [], error: "DuplicateTargetGroupName" },
    heldBy: { types: ["lb/listener", "lb/listenerRule"], error: "ResourceInUse" },
    id: "arn",
  },
  "lb/loadBalancer": {
    replacedBy: ["customerOwnedIpv4Pool", "internal", "loadBalancerType", "name", "namePrefix"],
    replacedWhen: { subnets: losesSubnets, securityGroups: gainsOrLosesSecurity },
    unique: { input: "name", scope: [], error: "DuplicateLoadBalancerName" },
    inOneVpc: { error: "InvalidConfigurationRequest" },
    id: "arn",
  },
  "lb/listener": {
    replacedBy: ["loadBalancerArn"],
    unique: { input: "port", scope: ["loadBalancerArn"], error: "DuplicateListener" },
    inOneVpc: { error: "InvalidConfigurationRequest" },
    id: "arn",
  },
  "lb/listenerRule": {
    replacedBy: ["listenerArn"],
    unique: { input: "priority", scope: ["listenerArn"], error: "PriorityInUse" },
    inOneVpc: { error: "InvalidConfigurationRequest" },
    id: "arn",
  },
  "lb/targetGroupAttachment": { replacedBy: ["availabilityZone", "port", "targetGroupArn", "targetId"] },
  "lb/trustStore": { heldBy: { types: ["lb/listener"], error: "TrustStoreInUse" }, id: "arn" },
  "acm/certificate": { heldBy: { types: ["lb/listener"], error: "ResourceInUseException" }, id: "arn" },
  "ec2/securityGroup": {
    replacedBy: ["description", "name", "namePrefix", "vpcId"],
    unique: { input: "name", scope: ["vpcId"], error: "InvalidGroup.Duplicate" },
    heldBy: { types: ["lb/loadBalancer", "ec2/launchTemplate", "ec2/instance"], error: "DependencyViolation" },
    id: { prefix: "sg" },
  },
  "ec2/vpc": {
    replacedBy: ["cidrBlock"],
    heldBy: { types: ["ec2/subnet", "ec2/securityGroup", "lb/targetGroup"], error: "DependencyViolation" },
    id: { prefix: "vpc" },
  },
  "ec2/subnet": {
    replacedBy: ["availabilityZone", "cidrBlock", "vpcId"],
    heldBy: { types: ["lb/loadBalancer", "ec2/instance", "autoscaling/group"], error: "DependencyViolation" },
    id: { prefix: "subnet" },
  },
  "ec2/internetGateway": { id: { prefix: "igw" } },
  "ec2/natGateway": { id: { prefix: "nat" } },
  "ec2/routeTable": { id: { prefix: "rtb" } },
  "ec2/eip": { id: { prefix: "eipalloc" } },
  "ec2/instance": { replacedBy: ["ami", "availabilityZone", "subnetId"], id: { prefix: "i" } },
  "ec2/launchTemplate": { replacedBy: ["name", "namePrefix"], id: { prefix: "lt" } },
  "ec2/ami": { id: { prefix: "ami" } },
  "ec2/amiCopy": { replacedBy: ["sourceAmiId", "sourceAmiRegion"], id: { prefix: "ami" } },
  "ebs/volume": { replacedBy: ["availabilityZone", "encrypted", "kmsKeyId", "snapshotId"], id: { prefix: "vol" } },
  "ebs/snapshot": { replacedBy: ["volumeId"], id: { prefix: "snap" } },
  "ebs/snapshotCopy": { replacedBy: ["kmsKeyId", "sourceRegion", "sourceSnapshotId"], id: { prefix: "snap" } },
  "vpc/securityGroupIngressRule": { replacedBy: ["securityGroupId"], id: { prefix: "sgr" } },
  "vpc/securityGroupEgressRule": { replacedBy: ["securityGroupId"], id: { prefix: "sgr" } },
  "imagebuilder/component": { replacedBy: ["data", "name", "platform", "uri", "version"], id: "arn" },
  "imagebuilder/imageRecipe": {
    replacedBy: ["blockDeviceMappings", "components", "name", "parentImage", "version", "workingDirectory"],
    heldBy: { types: ["imagebuilder/imagePipeline"], error: "ResourceDependencyException" },
    id: "arn",
  },
  "imagebuilder/infrastructureConfiguration": { replacedBy: ["name"], id: "arn" },
  "imagebuilder/distributionConfiguration": { replacedBy: ["name"], id: "arn" },
  "imagebuilder/imagePipeline": { replacedBy: ["name"], id: "arn" },
  "imagebuilder/lifecyclePolicy": { replacedBy: ["name"], id: "arn" },
  "sns/topic": { replacedBy: ["name", "namePrefix"], id: "arn" },
  "autoscaling/group": { replacedBy: ["name", "namePrefix"], id: "name" },
  "cloudwatch/logGroup": { replacedBy: ["name", "namePrefix"], id: "name" },
  "cloudwatch/metricAlarm": { replacedBy: ["name"], id: "name" },
  "iam/role": { replacedBy: ["name", "namePrefix", "path"], id: "name" },
  "iam/instanceProfile": { replacedBy: ["name", "namePrefix", "path"], id: "name" },
  "kms/alias": { replacedBy: ["name", "namePrefix"], id: "name" },
  "lambda/function": { replacedBy: ["name", "packageType"], id: "name" },
  "ssm/parameter": { replacedBy: ["name"], id: "name" },
};

/** A token's module with the two names of load balancing as one: `aws:alb/listener:Listener` is `lb/listener`. */
export function moduleOf(token: string): string {
  return (token.split(":")[1] ?? "").replace(/^alb\//, "lb/");
}

/** The rules of a type; none where nothing beyond the SDK is known. */
export function rulesOf(token: string): TypeRules {
  return RULES[moduleOf(token)] ?? {};
}

/** A Network Load Balancer keeps its subnets and may only gain some. */
function losesSubnets(before: Properties, after: Properties): boolean {
  const [old, wanted] = [listed(before["subnets"]), listed(after["subnets"])];
  return isNetwork(after) && old !== undefined && wanted !== undefined && wanted.length <= old.length;
}

/** A Network Load Balancer gets its first security group when it is made, and keeps one. */
function gainsOrLosesSecurity(before: Properties, after: Properties): boolean {
  const [old, wanted] = [listed(before["securityGroups"]), listed(after["securityGroups"])];
  return isNetwork(after) && old !== undefined && wanted !== undefined && (old.length === 0) !== (wanted.length === 0);
}

function isNetwork(loadBalancer: Properties): boolean {
  return plain(loadBalancer["loadBalancerType"]) === "network";
}

/** The items of a list; `undefined` where not all of them are known. */
function listed(value: Value | undefined): Value[] | undefined {
  const items = plain(value) ?? [];
  return Array.isArray(items) && !items.includes(UNKNOWN) ? items : undefined;
}
