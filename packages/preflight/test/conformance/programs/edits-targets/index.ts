import {
  ApplicationLoadBalancer,
  type HealthCheckProtocol,
  NetworkLoadBalancer,
  type TargetGroupArgs,
  type TargetProtocol,
  TargetType,
} from "@groundwork/load-balancing";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const config = new pulumi.Config("edit");

/** A setting that an edit changes. */
const setting = (name: string, otherwise: string): string => config.get(name) ?? otherwise;

/** A setting that lists things by comma; `none` is no thing. */
const listed = (name: string, otherwise: string): string[] =>
  setting(name, otherwise)
    .split(",")
    .filter((item) => item !== "none");

const unlogged = { access: false, connections: false, healthChecks: false };
const place = { vpcId: "vpc-1", subnetIds: ["subnet-1", "subnet-2"], internal: true, deletionProtection: false };
const certificate = { certificateArn: "arn:aws:acm:eu-central-1:123456789012:certificate/web" };
const sources = { network: { cidrIpv4: "10.0.0.0/16" } };
const answer = { defaultAction: { fixedResponse: { statusCode: 200 } } };

/** A function that answers, of which its ARN matters. */
function answering(name: string, code: string): aws.lambda.Function {
  return new aws.lambda.Function(name, {
    role: "arn:aws:iam::123456789012:role/function",
    runtime: "nodejs22.x",
    handler: "index.handler",
    code: new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset(code) }),
  });
}

const functions = {
  first: answering("first", setting("code", "exports.handler = () => 1")),
  second: answering("second", "exports.handler = () => 2"),
};
const aliases = Object.fromEntries(
  ["live", "next"].map((name) => {
    const args = { name, functionName: functions.first.name, functionVersion: "1" };
    return [name, new aws.lambda.Alias(name, args).name];
  }),
);
const functionArn = functions[setting("function", "first") as keyof typeof functions].arn;
const qualifier = aliases[setting("qualifier", "live")];
const serverless: Record<string, TargetGroupArgs> = {
  function: { lambdaTarget: qualifier === undefined ? { functionArn } : { functionArn, qualifier } },
  addresses: { port: 8443, targetType: TargetType.Ip, targets: { only: { id: "10.0.0.9" } } },
};
new ApplicationLoadBalancer("serverless", {
  ...place,
  logs: unlogged,
  sources,
  certificate,
  targetGroups: { app: serverless[setting("kind", "function")] as TargetGroupArgs },
});

const inner = Object.fromEntries(
  ["inner", "other"].map((name) => {
    const listeners = listed("listeners", "443").map((port) => ({ port: Number(port), ...answer }));
    return [name, new ApplicationLoadBalancer(name, { ...place, logs: unlogged, sources: {}, certificate, listeners })];
  }),
);
const behind = inner[setting("behind", "inner")] as ApplicationLoadBalancer;
new NetworkLoadBalancer("front", {
  ...place,
  logs: { access: false },
  sources,
  targetGroups: { inner: { port: 443, albTarget: behind.asTarget() } },
  listeners: [{ port: 443 }],
});

/** A fleet, of which its Auto Scaling group and security group matter. */
function fleet(name: string, targetGroupArns?: pulumi.Output<string>[]) {
  const group = new aws.autoscaling.Group(name, {
    minSize: 2,
    maxSize: 4,
    vpcZoneIdentifiers: ["subnet-1"],
    healthCheckType: "ELB",
    ...(targetGroupArns === undefined ? {} : { targetGroupArns }),
  });
  const { id } = new aws.ec2.SecurityGroup(`${name}-instances`, { vpcId: "vpc-1", description: name });
  return { autoScalingGroupName: group.name, securityGroupId: id };
}

const fleets = Object.fromEntries(listed("fleets", "blue,green").map((name) => [name, fleet(name)]));
const targets = Object.fromEntries(
  listed("addresses", "a=10.0.0.1,b=10.0.0.2").map((entry) => {
    const [key = "", id = ""] = entry.split("=");
    return [key, { id }];
  }),
);
const app = setting("key", "app");
const switchover = (port: number) => ({ port, healthyTargets: Number(setting("healthy", "2")) });
const switching = listed("switchover", "gated");
new ApplicationLoadBalancer("web", {
  ...place,
  logs: unlogged,
  sources,
  certificate,
  targetGroups: {
    [app]: {
      port: Number(setting("port", "8443")),
      protocol: setting("protocol", "HTTPS") as TargetProtocol,
      autoScalingGroups: fleets,
      ...(switching.includes("web") ? { switchover: switchover(9000) } : {}),
    },
    fixed: { port: 8080, targetType: TargetType.Ip, targets },
  },
  listeners: [
    {
      port: 443,
      defaultAction: { forward: app },
      rules: [
        { name: "fixed", conditions: { paths: ["/fixed/*"] }, action: { forward: "fixed" } },
        { name: "app", conditions: { paths: ["/app/*"] }, action: { forward: app } },
      ],
    },
  ],
});

// A fleet that lists its target groups itself, and opens itself to the load balancer, until the load balancer takes it.
const port = Number(setting("formerPort", "8443"));
if (setting("former", "listed") === "listed") {
  const listing = new ApplicationLoadBalancer("former", {
    ...place,
    logs: unlogged,
    sources,
    certificate,
    targetGroups: { app: { port } },
  });
  const { securityGroupId } = fleet("old", [listing.targetGroupArn("app")]);
  new aws.vpc.SecurityGroupIngressRule("old-ingress-load-balancer", {
    securityGroupId,
    description: "load-balancer to port 8443",
    ipProtocol: "tcp",
    fromPort: port,
    toPort: port,
    referencedSecurityGroupId: listing.securityGroupId,
  });
} else {
  const targetGroups = { app: { port, autoScalingGroups: { old: fleet("old") } } };
  const args = { ...place, logs: unlogged, sources, certificate, targetGroups };
  const rule: pulumi.ResourceTransformation = ({ name, props, opts }) =>
    name === `former-auto-scaling-group-old-ingress-tcp-${port}`
      ? {
          props,
          opts: pulumi.mergeOptions(opts, {
            aliases: [{ name: "old-ingress-load-balancer", parent: pulumi.rootStackResource }],
          }),
        }
      : undefined;
  new ApplicationLoadBalancer("former", args, { transformations: [rule] });
}

new NetworkLoadBalancer("gated", {
  ...place,
  logs: { access: false },
  sources,
  targetGroups: {
    db: {
      port: Number(setting("databasePort", "5432")),
      autoScalingGroups: { db: fleet("db") },
      healthCheck: { protocol: setting("check", "HTTP") as HealthCheckProtocol },
      ...(switching.includes("gated") ? { switchover: switchover(9000) } : {}),
    },
  },
  listeners: [{ port: 5432 }],
});
