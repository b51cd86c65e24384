import { assumeRolePolicy, type Context, nameTag, policyDocument } from "@groundwork/core";
import * as iam from "@pulumi/aws/iam";
import * as lambda from "@pulumi/aws/lambda";
import * as lb from "@pulumi/aws/lb";
import * as pulumi from "@pulumi/pulumi";
import { LoadBalancerType } from "../shared/load-balancer-type";
import { mapValues } from "../shared/records";
import { DEFAULT_TLS_POLICY } from "../shared/tls";
import { DEFAULT_SWITCHOVER_SECONDS, type SwitchoverArgs } from "./switchover-args";
import { SWITCHOVER_CODE } from "./switchover-code";
import { type TargetGroupResources } from "./target-group";
import { type TargetGroupArgs } from "./target-group-args";
import { targetProtocol } from "./target-group-plan";
import { TargetProtocol } from "./target-protocol";

/** Seconds after which Lambda ends a function, at most. */
const FUNCTION_SECONDS = 900;

/** The load balancer whose target groups switch over. */
interface SwitchoverContext extends Context {
  type: LoadBalancerType;
  loadBalancer: lb.LoadBalancer;
  /** The load balancer's certificate. */
  certificateArn: pulumi.Input<string> | undefined;
}

/**
 * Has listeners wait until a new target group's targets are healthy, where asked for.
 *
 * @returns What must exist before requests are led to a target group, by its key.
 */
export function createSwitchovers(
  context: SwitchoverContext,
  targetGroups: Record<string, TargetGroupArgs>,
  resources: Record<string, TargetGroupResources>,
): Record<string, pulumi.Resource[]> {
  const asked = Object.values(targetGroups).some(({ switchover }) => switchover !== undefined);
  const waiting = asked ? createFunction(context) : undefined;
  return mapValues(resources, (group, key) => {
    const args = targetGroups[key] ?? {};
    const own = { ...context, name: `${context.name}-${key}` };
    return args.switchover === undefined || waiting === undefined
      ? group.registrations
      : [createGate(own, waiting, group, args, args.switchover)];
  });
}

/** Leads a closed port to the targets, so that AWS checks them, and then waits for them. */
function createGate(
  context: SwitchoverContext,
  waiting: lambda.Function,
  { targetGroup, registrations }: TargetGroupResources,
  args: TargetGroupArgs,
  switchover: SwitchoverArgs,
): lambda.Invocation {
  const { parent, name, tags, loadBalancer } = context;
  const listener = new lb.Listener(
    `${name}-switchover-listener`,
    {
      loadBalancerArn: loadBalancer.arn,
      port: switchover.port,
      ...encryption(context, args),
      defaultActions: [{ type: "forward", targetGroupArn: targetGroup.arn }],
      tags: nameTag(`${name}-switchover`, tags),
    },
    { parent, dependsOn: registrations },
  );
  return new lambda.Invocation(
    `${name}-switchover-invocation`,
    {
      functionName: waiting.name,
      input: pulumi.jsonStringify({
        targetGroupArn: targetGroup.arn,
        healthyTargets: switchover.healthyTargets,
        timeoutSeconds: switchover.timeoutSeconds ?? DEFAULT_SWITCHOVER_SECONDS,
      }),
    },
    { parent, dependsOn: [listener] },
  );
}

/** How a listener speaks that nobody reaches: as AWS asks for in front of the target group. */
function encryption(
  { type, certificateArn }: SwitchoverContext,
  args: TargetGroupArgs,
): Pick<lb.ListenerArgs, "protocol" | "certificateArn" | "sslPolicy"> {
  const network = type === LoadBalancerType.Network;
  const protocol = network ? targetProtocol(args, type) : certificateArn === undefined ? "HTTP" : "HTTPS";
  return protocol === TargetProtocol.Tls || protocol === TargetProtocol.Https
    ? { protocol, certificateArn, sslPolicy: DEFAULT_TLS_POLICY }
    : { protocol };
}

/** The function that waits. It may read the health of targets, which AWS cannot restrict to some, and nothing else: it logs nothing. */
function createFunction({ parent, name, tags }: Context): lambda.Function {
  const role = new iam.Role(
    `${name}-switchover-role`,
    {
      description: `Waits for healthy targets of ${name}`,
      assumeRolePolicy: assumeRolePolicy("lambda"),
      tags: nameTag(`${name}-switchover`, tags),
    },
    { parent },
  );
  const policy = new iam.RolePolicy(
    `${name}-switchover-role-policy`,
    {
      role: role.name,
      policy: policyDocument({
        Effect: "Allow",
        Action: "elasticloadbalancing:DescribeTargetHealth",
        Resource: "*",
      }),
    },
    { parent },
  );
  return new lambda.Function(
    `${name}-switchover-function`,
    {
      description: `Waits for healthy targets of ${name}`,
      role: role.arn,
      runtime: "nodejs22.x",
      architectures: ["arm64"],
      handler: "index.handler",
      code: new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset(SWITCHOVER_CODE) }),
      timeout: FUNCTION_SECONDS,
      tags: nameTag(`${name}-switchover`, tags),
    },
    { parent, dependsOn: [policy] },
  );
}
