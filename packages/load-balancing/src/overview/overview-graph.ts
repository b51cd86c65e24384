import { type Arrow, type Box, type Frame, type Overview, type OverviewResource } from "./overview-model";
import { describeAction, describeConditions, type Described } from "./overview-text";

const LOAD_BALANCER = ["aws:lb/loadBalancer:LoadBalancer", "aws:alb/loadBalancer:LoadBalancer"];
const LISTENER = ["aws:lb/listener:Listener", "aws:alb/listener:Listener"];
const RULE = ["aws:lb/listenerRule:ListenerRule", "aws:alb/listenerRule:ListenerRule"];
const TARGET_GROUP = ["aws:lb/targetGroup:TargetGroup", "aws:alb/targetGroup:TargetGroup"];
const ATTACHMENT = [
  "aws:lb/targetGroupAttachment:TargetGroupAttachment",
  "aws:alb/targetGroupAttachment:TargetGroupAttachment",
];
const TRAFFIC_SOURCE = "aws:autoscaling/trafficSourceAttachment:TrafficSourceAttachment";
const SCALING_GROUP = "aws:autoscaling/group:Group";
const FUNCTION = "aws:lambda/function:Function";
const ALIAS = "aws:lambda/alias:Alias";

/** Collects the picture while resources are walked. */
class Graph {
  readonly byUrn: Map<string, OverviewResource>;
  readonly arrows: Arrow[] = [];
  /** The load balancer that a box is drawn in, by the box's resource. */
  readonly frameOf = new Map<string, Frame>();

  constructor(readonly resources: OverviewResource[]) {
    this.byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
  }

  ofType(types: readonly string[]): OverviewResource[] {
    return this.resources.filter((resource) => types.includes(resource.type));
  }

  /** The resources of certain types that an input waits for. */
  behind(resource: OverviewResource, input: string, types: readonly string[]): OverviewResource[] {
    return (resource.propertyDependencies[input] ?? [])
      .map((urn) => this.byUrn.get(urn))
      .filter((found): found is OverviewResource => found !== undefined && types.includes(found.type));
  }

  /** A short id that is the same in every picture of the same program. */
  id(resource: OverviewResource): string {
    return `n${this.resources.indexOf(resource)}`;
  }

  add(resource: OverviewResource, frame: Frame, box: Omit<Box, "id">): void {
    if (!this.frameOf.has(resource.urn)) {
      this.frameOf.set(resource.urn, frame);
      frame.boxes.push({ id: this.id(resource), ...box });
    }
  }
}

/** The load balancers, listeners, rules, target groups and targets among a program's resources, and their arrows. */
export function overviewGraph(resources: OverviewResource[]): Overview {
  // Registration is concurrent, so its order differs from run to run; that of URNs does not.
  const graph = new Graph([...resources].sort((one, other) => (one.urn < other.urn ? -1 : 1)));
  const frames = graph.ofType(LOAD_BALANCER).map((balancer) => {
    const frame = { id: graph.id(balancer), title: balancerTitle(balancer), boxes: [] };
    graph.frameOf.set(balancer.urn, frame);
    return frame;
  });
  for (const listener of sorted(graph.ofType(LISTENER), "port")) {
    drawListener(graph, listener);
  }
  for (const attachment of graph.ofType(ATTACHMENT)) {
    drawAttachment(graph, attachment);
  }
  for (const group of graph.ofType([SCALING_GROUP])) {
    drawScalingGroup(graph, group, graph.behind(group, "targetGroupArns", TARGET_GROUP));
  }
  for (const attachment of graph.ofType([TRAFFIC_SOURCE])) {
    const groups = graph.behind(attachment, "trafficSource", TARGET_GROUP);
    // A group that is not of this program is drawn as its attachment.
    const [scaling = attachment] = graph.behind(attachment, "autoscalingGroupName", [SCALING_GROUP]);
    drawScalingGroup(graph, scaling, groups);
  }
  return { frames, arrows: graph.arrows };
}

function balancerTitle(balancer: OverviewResource): string {
  const kind = balancer.inputs["loadBalancerType"] === "network" ? "Network" : "Application";
  const scheme = balancer.inputs["internal"] === true ? "internal" : "internet-facing";
  return `${kind} Load Balancer ${balancer.name} (${scheme})`;
}

function drawListener(graph: Graph, listener: OverviewResource): void {
  const balancer = graph.behind(listener, "loadBalancerArn", LOAD_BALANCER)[0];
  const frame = balancer === undefined ? undefined : graph.frameOf.get(balancer.urn);
  if (frame === undefined) {
    return;
  }
  const described = describeAction(listener.inputs["defaultActions"]);
  const title = `${text(listener.inputs["protocol"])} ${text(listener.inputs["port"])}`;
  graph.add(listener, frame, { kind: "listener", lines: [title, ...described.lines] });
  const rules = sorted(graph.ofType(RULE), "priority").filter((rule) =>
    graph.behind(rule, "listenerArn", LISTENER).includes(listener),
  );
  rules.forEach((rule, index) => {
    const action = describeAction(rule.inputs["actions"]);
    const lines = [...describeConditions(rule.inputs["conditions"]), ...action.lines];
    graph.add(rule, frame, { kind: "rule", lines });
    graph.arrows.push({ from: graph.id(listener), to: graph.id(rule), label: `rule ${index + 1}` });
    drawForward(graph, rule, "actions", action, frame);
  });
  drawForward(graph, listener, "defaultActions", described, frame);
}

function drawForward(graph: Graph, from: OverviewResource, input: string, described: Described, frame: Frame): void {
  const groups = graph.behind(from, input, TARGET_GROUP);
  groups.forEach((group, index) => {
    graph.add(group, frame, { kind: "targetGroup", lines: [group.name, targetGroupText(group)] });
    // Inputs wait for target groups in the order in which they name them, once each.
    const share = groups.length === described.shares.length ? described.shares[index] : undefined;
    const fallback = input === "defaultActions" ? "default" : undefined;
    const label = [fallback, share].filter((part) => part !== undefined).join(", ");
    graph.arrows.push({ from: graph.id(from), to: graph.id(group), ...(label === "" ? {} : { label }) });
  });
}

function targetGroupText(group: OverviewResource): string {
  const { targetType, protocol, port, stickiness } = group.inputs;
  const { enabled, type: kind } = (stickiness ?? {}) as { enabled?: unknown; type?: unknown };
  const parts = [
    targetType === "lambda" ? "function" : `${text(protocol)} ${text(port)}`,
    ...(targetType === "lambda"
      ? []
      : [targetType === "ip" ? "addresses" : targetType === "alb" ? "load balancer" : "instances"]),
    ...(enabled === true ? [`sticky by ${text(kind)}`] : []),
  ];
  return parts.join(", ");
}

function drawAttachment(graph: Graph, attachment: OverviewResource): void {
  const group = graph.behind(attachment, "targetGroupArn", TARGET_GROUP)[0];
  const frame = group === undefined ? undefined : graph.frameOf.get(group.urn);
  if (group === undefined || frame === undefined) {
    return;
  }
  const balancer = graph.behind(attachment, "targetId", LOAD_BALANCER)[0];
  if (balancer !== undefined) {
    graph.arrows.push({ from: graph.id(group), to: graph.id(balancer), between: true });
    return;
  }
  const target =
    graph.behind(attachment, "targetId", [ALIAS])[0] ?? graph.behind(attachment, "targetId", [FUNCTION])[0];
  const id = attachment.inputs["targetId"];
  const label = target?.name ?? (typeof id === "string" && !id.startsWith("[") ? shortId(id) : attachment.name);
  graph.add(attachment, frame, { kind: "target", lines: [label] });
  graph.arrows.push({ from: graph.id(group), to: graph.id(attachment) });
}

/** A function's name and qualifier out of its ARN; any other id as it is. */
function shortId(id: string): string {
  return id.replace(/^arn:.*:function:/, "");
}

function drawScalingGroup(graph: Graph, scaling: OverviewResource, groups: OverviewResource[]): void {
  for (const group of groups) {
    const frame = graph.frameOf.get(group.urn);
    if (frame !== undefined) {
      graph.add(scaling, frame, { kind: "target", lines: [scaling.name, "Auto Scaling group"] });
      graph.arrows.push({ from: graph.id(group), to: graph.id(scaling) });
    }
  }
}

function sorted(resources: OverviewResource[], input: string): OverviewResource[] {
  return [...resources].sort((one, other) => Number(one.inputs[input]) - Number(other.inputs[input]));
}

function text(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "?";
}
