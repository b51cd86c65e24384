/** Who serves requests: the targets of each target group, and whether a listener leads to them. */

import { moduleOf } from "./aws-rules";
import { type Cloud, type Living, names } from "./cloud";
import { plain, type Properties, textOf } from "./values";

/**
 * Why clients would see an interruption if a listener or rule were given these inputs. AWS refuses none of it: it answers 503
 * where all targets of a target group are gone.
 */
export function emptied(cloud: Cloud, { id, token, inputs }: Living): string | undefined {
  const before = cloud.find(token, id);
  const led = (properties: Properties | undefined): string[] =>
    properties === undefined
      ? []
      : all(cloud, "lb/targetGroup").flatMap((group) => (names(properties, group) ? [group.id] : []));
  const served = led(before?.inputs).some((group) => targetsOf(cloud, group) > 0);
  const empty = led(inputs).find((group) => targetsOf(cloud, group) === 0);
  return served && empty !== undefined
    ? `Interruption: ${id} would lead to ${empty}, which has no targets, and clients would get 503`
    : undefined;
}

/** Why a function that waits for targets would fail: they are not registered, or no listener has them checked. */
export function unhealthy(cloud: Cloud, invocation: Properties): string | undefined {
  const { targetGroupArn, healthyTargets } = JSON.parse(textOf(invocation, "input") ?? "{}") as {
    targetGroupArn?: string;
    healthyTargets?: number;
  };
  const group = all(cloud, "lb/targetGroup").find(({ id }) => id === targetGroupArn);
  if (group === undefined || healthyTargets === undefined) {
    return undefined;
  }
  const used = all(cloud, "lb/listener", "lb/listenerRule").some(({ inputs }) => names(inputs, group));
  const healthy = used ? targetsOf(cloud, group.id) : 0;
  return healthy < healthyTargets ? `${group.id} has ${healthy} of ${healthyTargets} healthy targets` : undefined;
}

/** How many targets a target group has, where each Auto Scaling group counts as its fewest instances. */
function targetsOf(cloud: Cloud, group: string): number {
  const attached = new Set([
    ...all(cloud, "autoscaling/trafficSourceAttachment")
      .filter(({ inputs }) => textOf((plain(inputs["trafficSource"]) ?? {}) as Properties, "identifier") === group)
      .map(({ inputs }) => textOf(inputs, "autoscalingGroupName")),
    ...all(cloud, "autoscaling/attachment")
      .filter(({ inputs }) => textOf(inputs, "lbTargetGroupArn") === group)
      .map(({ inputs }) => textOf(inputs, "autoscalingGroupName")),
    // Left out after it was set, the list stays as it was: in the outputs.
    ...all(cloud, "autoscaling/group")
      .filter(({ outputs }) => ((plain(outputs["targetGroupArns"]) ?? []) as unknown[]).includes(group))
      .map(({ id }) => id),
  ]);
  const instances = all(cloud, "autoscaling/group")
    .filter(({ id }) => attached.has(id))
    .map(({ inputs }) => Number(plain(inputs["minSize"])));
  const registered = all(cloud, "lb/targetGroupAttachment").filter(
    ({ inputs }) => textOf(inputs, "targetGroupArn") === group,
  );
  return instances.reduce((sum, count) => sum + count, registered.length);
}

function all(cloud: Cloud, ...modules: string[]): Living[] {
  return cloud.all().filter(({ token }) => modules.includes(moduleOf(token)));
}
