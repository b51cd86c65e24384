/** What AWS refuses to make or delete as things stand, where that takes more than a table. */

import { moduleOf } from "./aws-rules";
import { type Cloud, type Living, names } from "./cloud";
import { grantKept, grantRefused } from "./grants";
import { policyChangeRefused, policyRefused } from "./lifecycle-policies";
import { recordName, recordRefused } from "./records";
import { emptied, unhealthy } from "./serving";
import { plain, type Properties, textOf, UNKNOWN } from "./values";

/** Why AWS would refuse; `undefined` where it would not. */
type Refusal = string | undefined;

/** The runtimes that no new function may have. */
const BLOCKED_RUNTIMES = /^(nodejs(?:1\d|20)\.x|nodejs[46]\..*|python3\.[6-9]|python2\.7)$/;

const CREATING: { [module: string]: (cloud: Cloud, living: Living) => Refusal } = {
  "lb/loadBalancer": (cloud, { inputs }) =>
    plain(inputs["internal"]) === true ? undefined : (withoutInternet(cloud, inputs) ?? deniedLogs(cloud, inputs)),
  "lb/listener": (cloud, { inputs, outputs }) =>
    withoutCertificate(cloud, outputs) ?? foreignGroup(cloud, inputs) ?? sourceIpBehindTls(cloud, outputs),
  "lb/targetGroupAttachment": (cloud, { inputs }) => badTarget(cloud, inputs),
  "ec2/natGateway": (cloud, { inputs }) => {
    const vpc = vpcOf(cloud, textOf(inputs, "subnetId"));
    return textOf(inputs, "connectivityType") === "private" || vpc === undefined || hasGateway(cloud, vpc)
      ? undefined
      : `Gateway.NotAttached: ${vpc} has no internet gateway attached`;
  },
  "dlm/lifecyclePolicy": policyRefused,
  "kms/key": (cloud, { inputs }) => missingPrincipal(cloud, textOf(inputs, "policy")),
  "kms/grant": grantRefused,
  "imagebuilder/distributionConfiguration": (_cloud, { inputs }) => regionTwice(inputs),
  "lambda/function": (_cloud, { inputs }) => {
    const runtime = textOf(inputs, "runtime") ?? "";
    return BLOCKED_RUNTIMES.test(runtime)
      ? `InvalidParameterValueException: the runtime ${runtime} is no longer supported for creating functions`
      : undefined;
  },
  "route53/record": (cloud, living) => foreignZone(cloud, living) ?? recordRefused(cloud, living),
  "lambda/invocation": (cloud, { inputs }) => unhealthy(cloud, inputs),
  "acm/certificateValidation": (cloud, { inputs }) => unproven(cloud, textOf(inputs, "certificateArn")),
};

const UPDATING: typeof CREATING = {
  "lb/loadBalancer": (cloud, { inputs }) => deniedLogs(cloud, inputs),
  "lb/listener": (cloud, living) => CREATING["lb/listener"]?.(cloud, living) ?? emptied(cloud, living),
  "lb/listenerRule": emptied,
  "dlm/lifecyclePolicy": policyChangeRefused,
  "lambda/invocation": (cloud, { inputs }) => unhealthy(cloud, inputs),
  "kms/key": CREATING["kms/key"] as (cloud: Cloud, living: Living) => Refusal,
  "imagebuilder/distributionConfiguration": (_cloud, { inputs }) => regionTwice(inputs),
  "route53/record": (cloud, living) =>
    foreignZone(cloud, living) ?? recordRefused(cloud, living, cloud.find(living.token, living.id)),
};

const DELETING: typeof CREATING = {
  "kms/grant": grantKept,
  "lb/loadBalancer": (_cloud, { id, outputs }) =>
    plain(outputs["enableDeletionProtection"]) === true
      ? `OperationNotPermitted: ${id} has deletion protection enabled`
      : undefined,
  "s3/bucket": (_cloud, { id, inputs, holdsObjects }) =>
    holdsObjects === true && plain(inputs["forceDestroy"]) !== true
      ? `BucketNotEmpty: the bucket ${id} is not empty`
      : undefined,
  "route53/zone": (cloud, { id, inputs }) =>
    plain(inputs["forceDestroy"]) !== true && all(cloud, "route53/record").some(({ inputs }) => inputs["zoneId"] === id)
      ? `HostedZoneNotEmpty: ${id} contains records other than its own`
      : undefined,
  "ec2/internetGateway": (cloud, { id, inputs }) => {
    const vpc = textOf(inputs, "vpcId");
    const user = all(cloud, "ec2/natGateway", "lb/loadBalancer").find(
      (living) =>
        isPublic(living) &&
        vpc !== undefined &&
        subnetsOf(living.inputs).some((subnet) => vpcOf(cloud, subnet) === vpc),
    );
    return user && `DependencyViolation: ${id} cannot be detached while ${user.id} has public addresses in ${vpc}`;
  },
};

/**
 * Why AWS's provider would not plan a resource: its inputs, with what it keeps of the state where they leave it out.
 *
 * @see https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/elbv2/target_group.go
 */
export function planRefused(token: string, planned: Properties): Refusal {
  const check = (plain(planned["healthCheck"]) ?? {}) as Properties;
  const asked = ["path", "matcher"].find((name) => (textOf(check, name) ?? "") !== "");
  return moduleOf(token) === "lb/targetGroup" && textOf(check, "protocol") === "TCP" && asked !== undefined
    ? `Invalid Attribute Combination: healthCheck.${asked} cannot be specified when healthCheck.protocol is "TCP"`
    : undefined;
}

/** Why AWS would not make a resource. */
export function creationRefused(cloud: Cloud, living: Living): Refusal {
  return CREATING[moduleOf(living.token)]?.(cloud, living);
}

/** Why AWS would not give a resource these inputs. */
export function updateRefused(cloud: Cloud, living: Living): Refusal {
  return UPDATING[moduleOf(living.token)]?.(cloud, living);
}

/** Why AWS would not delete a resource. */
export function deletionRefused(cloud: Cloud, living: Living): Refusal {
  return DELETING[moduleOf(living.token)]?.(cloud, living);
}

/** An internet-facing load balancer needs a way to the internet from each subnet that lives here. */
function withoutInternet(cloud: Cloud, inputs: Properties): Refusal {
  for (const subnet of subnetsOf(inputs)) {
    const vpc = vpcOf(cloud, subnet);
    if (vpc !== undefined && !hasGateway(cloud, vpc)) {
      return `InvalidSubnet: VPC ${vpc} has no internet gateway`;
    }
    if (vpc !== undefined && !isRouted(cloud, subnet)) {
      return `InvalidSubnet: ${subnet} has no route to an internet gateway`;
    }
  }
  return undefined;
}

function hasGateway(cloud: Cloud, vpc: string): boolean {
  return all(cloud, "ec2/internetGateway", "ec2/internetGatewayAttachment").some(
    ({ inputs }) => textOf(inputs, "vpcId") === vpc,
  );
}

/** Whether a subnet's route table leads to an internet gateway. */
function isRouted(cloud: Cloud, subnet: string): boolean {
  const gateways = all(cloud, "ec2/internetGateway").map(({ id }) => id);
  const tables = all(cloud, "ec2/routeTableAssociation")
    .filter(({ inputs }) => textOf(inputs, "subnetId") === subnet)
    .map(({ inputs }) => textOf(inputs, "routeTableId"));
  return all(cloud, "ec2/route", "ec2/routeTable").some(
    ({ id, inputs }) =>
      (tables.includes(textOf(inputs, "routeTableId")) || tables.includes(id)) &&
      gateways.some((gateway) => JSON.stringify(inputs).includes(JSON.stringify(gateway))),
  );
}

/** Elastic Load Balancing writes a test object when logs are switched on. */
function deniedLogs(cloud: Cloud, inputs: Properties): Refusal {
  for (const kind of ["accessLogs", "connectionLogs"]) {
    const logs = (plain(inputs[kind]) ?? {}) as Properties;
    const bucket = textOf(logs, "bucket");
    const isOurs = all(cloud, "s3/bucket").some(({ id }) => id === bucket);
    const allowed = all(cloud, "s3/bucketPolicy").some((policy) => textOf(policy.inputs, "bucket") === bucket);
    if (logs["enabled"] === true && isOurs && !allowed) {
      return `InvalidConfigurationRequest: access denied for bucket ${bucket}`;
    }
  }
  return undefined;
}

function withoutCertificate(cloud: Cloud, listener: Properties): Refusal {
  const protocol = textOf(listener, "protocol");
  const certificate = textOf(listener, "certificateArn");
  if ((protocol === "HTTPS" || protocol === "TLS") && certificate === undefined) {
    return `ValidationError: a certificate must be specified for ${protocol} listeners`;
  }
  const requested = all(cloud, "acm/certificate").find(({ id }) => id === certificate);
  const issued = all(cloud, "acm/certificateValidation").some(
    ({ inputs }) => textOf(inputs, "certificateArn") === certificate,
  );
  return requested !== undefined && textOf(requested.inputs, "validationMethod") === "DNS" && !issued
    ? `UnsupportedCertificate: ${certificate} is not issued`
    : undefined;
}

/** A target group serves one load balancer. */
function foreignGroup(cloud: Cloud, inputs: Properties): Refusal {
  const balancer = textOf(inputs, "loadBalancerArn");
  const groups = all(cloud, "lb/targetGroup").filter((group) => names(inputs, group));
  const other = all(cloud, "lb/listener").find(
    (listener) =>
      textOf(listener.inputs, "loadBalancerArn") !== balancer && groups.some((group) => names(listener.inputs, group)),
  );
  return other && `TargetGroupAssociationLimit: a target group of this listener is used by ${other.id}`;
}

function sourceIpBehindTls(cloud: Cloud, listener: Properties): Refusal {
  const sticky = all(cloud, "lb/targetGroup").find(({ outputs }) => {
    const stickiness = plain(outputs["stickiness"]) as Properties | null | undefined;
    return stickiness?.["type"] === "source_ip" && stickiness["enabled"] !== false;
  });
  return textOf(listener, "protocol") === "TLS" && sticky !== undefined && names(listener, sticky)
    ? `InvalidConfigurationRequest: ${sticky.id} has source_ip stickiness, which a TLS listener does not support`
    : undefined;
}

/** What cannot be registered: a second function or load balancer, one that may not be called or does not listen. */
function badTarget(cloud: Cloud, inputs: Properties): Refusal {
  const arn = textOf(inputs, "targetGroupArn");
  const target = textOf(inputs, "targetId") ?? "";
  const group = all(cloud, "lb/targetGroup").find(({ id }) => id === arn);
  const kind = textOf(group?.outputs ?? {}, "targetType");
  if (group === undefined || (kind !== "lambda" && kind !== "alb")) {
    return undefined;
  }
  const others = all(cloud, "lb/targetGroupAttachment").filter(
    (other) => textOf(other.inputs, "targetGroupArn") === arn && textOf(other.inputs, "targetId") !== target,
  );
  if (others.length > 0) {
    return `TooManyTargets: ${arn} has a target already, and a group of type ${kind} takes one`;
  }
  if (kind === "lambda") {
    const functionName = /:function:([^:]+)/.exec(target)?.[1];
    const ours = all(cloud, "lambda/function").some(({ id }) => id === functionName);
    const allowed = all(cloud, "lambda/permission").some(
      (permission) =>
        textOf(permission.inputs, "principal") === "elasticloadbalancing.amazonaws.com" &&
        JSON.stringify(plain(permission.inputs["function"])).includes(functionName ?? "?"),
    );
    return ours && !allowed
      ? `AccessDenied: elasticloadbalancing.amazonaws.com has no permission to invoke ${target}`
      : undefined;
  }
  const port = Number(plain(group.inputs["port"]));
  const listens = all(cloud, "lb/listener").some(
    (listener) =>
      textOf(listener.inputs, "loadBalancerArn") === target && Number(plain(listener.inputs["port"])) === port,
  );
  const isOurs = all(cloud, "lb/loadBalancer").some(({ id }) => id === target);
  return isOurs && !listens ? `InvalidTarget: ${target} has no listener on port ${port}` : undefined;
}

/** A key policy names only principals that exist. */
function missingPrincipal(cloud: Cloud, policy: string | undefined): Refusal {
  if (policy === undefined || policy === UNKNOWN) {
    return undefined;
  }
  const roles = all(cloud, "iam/role", "iam/serviceLinkedRole").map(({ outputs }) => textOf(outputs, "arn"));
  const conditionless = JSON.parse(policy) as { Statement?: { Principal?: unknown }[] };
  const principals = JSON.stringify((conditionless.Statement ?? []).map((statement) => statement.Principal ?? ""));
  const named = principals.match(/arn:[\w-]+:iam::\d+:role\/[^"]+/g) ?? [];
  const missing = named.find((arn) => !roles.some((role) => pathOf(role) === pathOf(arn)));
  return missing && `MalformedPolicyDocumentException: the policy names the principal ${missing}, which does not exist`;
}

/** A distribution configuration has one distribution for each Region. */
function regionTwice(inputs: Properties): Refusal {
  const distributions = (plain(inputs["distributions"]) ?? []) as Properties[];
  const regions = distributions.map((each) => textOf(each, "region"));
  const twice = regions.find((region, index) => regions.indexOf(region) !== index);
  return twice && `InvalidParameterValueException: the Region ${twice} has more than one distribution`;
}

/** A role's ARN without its account: the stand-in's own account is not that of every program. */
function pathOf(arn: string | undefined): string {
  return arn?.replace(/^.*?:role\//, "") ?? "";
}

/** A certificate is issued once each of its proofs stands in DNS. */
function unproven(cloud: Cloud, arn: string | undefined): Refusal {
  const certificate = all(cloud, "acm/certificate").find(({ id }) => id === arn);
  const options = (plain(certificate?.outputs["domainValidationOptions"]) ?? []) as Properties[];
  const records = all(cloud, "route53/record").map(({ inputs }) => recordName(inputs));
  const missing = options.find((option) => !records.includes(recordName({ name: option["resourceRecordName"] ?? "" })));
  return missing && `timeout while waiting for ${arn} to be issued: no record ${textOf(missing, "resourceRecordName")}`;
}

/** A zone lets only its own account write into it. */
function foreignZone(cloud: Cloud, { account, inputs }: Living): Refusal {
  const zone = all(cloud, "route53/zone").find(({ id }) => id === textOf(inputs, "zoneId"));
  return zone === undefined || zone.account === account
    ? undefined
    : `AccessDenied: ${account} is not authorized to access hosted zone ${zone.id} of ${zone.account}`;
}

function isPublic({ token, outputs }: Living): boolean {
  return moduleOf(token) === "ec2/natGateway"
    ? textOf(outputs, "connectivityType") !== "private"
    : plain(outputs["internal"]) !== true;
}

function subnetsOf(inputs: Properties): string[] {
  const mappings = (plain(inputs["subnetMappings"]) ?? []) as Properties[];
  const subnets = [
    ...((plain(inputs["subnets"]) ?? []) as unknown[]),
    ...mappings.map((mapping) => mapping["subnetId"]),
    plain(inputs["subnetId"]),
  ];
  return subnets.filter((subnet): subnet is string => typeof subnet === "string");
}

/** The VPC of a subnet that lives here. */
function vpcOf(cloud: Cloud, subnet: string | undefined): string | undefined {
  const living = all(cloud, "ec2/subnet").find(({ id }) => id === subnet);
  return living && textOf(living.inputs, "vpcId");
}

function all(cloud: Cloud, ...modules: string[]): Living[] {
  return cloud.all().filter(({ token }) => modules.includes(moduleOf(token)));
}
