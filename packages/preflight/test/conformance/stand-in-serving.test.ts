import * as assert from "node:assert/strict";
import { Account } from "./harness/account";
import { type Living } from "./provider/cloud";
import { type Properties } from "./provider/values";

const TOKENS = {
  attachment: "aws:autoscaling/attachment:Attachment",
  balancer: "aws:lb/loadBalancer:LoadBalancer",
  fleet: "aws:autoscaling/group:Group",
  group: "aws:lb/targetGroup:TargetGroup",
  invocation: "aws:lambda/invocation:Invocation",
  listener: "aws:lb/listener:Listener",
  rule: "aws:lb/listenerRule:ListenerRule",
  target: "aws:lb/targetGroupAttachment:TargetGroupAttachment",
  trafficSource: "aws:autoscaling/trafficSourceAttachment:TrafficSourceAttachment",
};

describe("who serves in the stand-in", () => {
  let account: Account;
  let balancer: Living;
  let count = 0;
  beforeEach(() => {
    account = new Account();
    balancer = make("balancer", { internal: true, subnets: ["subnet-1"] });
  });
  afterEach(() => account.close());

  const make = (kind: keyof typeof TOKENS, inputs: Properties): Living =>
    account.create(TOKENS[kind], `${kind}-${count++}`, inputs);
  const group = (): Living => make("group", { port: 80, protocol: "HTTP", vpcId: "vpc-1" });
  const forward = (targetGroupArn: string): Properties[] => [{ type: "forward", targetGroupArn }];
  const listen = (led: Living): Living =>
    make("listener", { loadBalancerArn: balancer.id, port: 80, protocol: "HTTP", defaultActions: forward(led.id) });
  const fleet = (inputs: Properties = {}): Living => make("fleet", { minSize: 2, maxSize: 4, ...inputs });
  const lead = (listener: Living, led: Living) => (): Living =>
    account.update(listener, { ...listener.inputs, defaultActions: forward(led.id) });

  const ways: { [way: string]: (led: Living) => Living } = {
    "a target": ({ id }) => make("target", { targetGroupArn: id, targetId: "i-1" }),
    "a traffic source": ({ id }) =>
      make("trafficSource", {
        autoscalingGroupName: fleet().id,
        trafficSource: { identifier: id, type: "elbv2" },
      }),
    "an attachment": ({ id }) => make("attachment", { autoscalingGroupName: fleet().id, lbTargetGroupArn: id }),
    "an Auto Scaling group's own list": ({ id }) => fleet({ targetGroupArns: [id] }),
  };

  for (const [way, register] of Object.entries(ways)) {
    it(`are the targets of the group that a listener leads to, and it is led to no empty one: ${way}`, () => {
      const [old, fresh] = [group(), group()];
      register(old);
      const listener = listen(old);
      assert.throws(lead(listener, fresh), /^Error: Interruption: \S+ would lead to \S+, which has no targets/);
      register(fresh);
      assert.ok(lead(listener, fresh)());
    });
  }

  it("are those of a rule, too", () => {
    const [old, fresh] = [group(), group()];
    ways["a target"]?.(old);
    const inputs = { listenerArn: listen(old).id, priority: 1, conditions: [{ pathPattern: { values: ["/"] } }] };
    const rule = make("rule", { ...inputs, actions: forward(old.id) });
    assert.throws(() => account.update(rule, { ...inputs, actions: forward(fresh.id) }), /Interruption/);
  });

  it("is nobody before and after, where groups fill later", () => {
    assert.ok(lead(listen(group()), group())());
  });

  it("are still those of a fleet whose own list was left out", () => {
    const [old, fresh] = [group(), group()];
    const scaling = fleet({ targetGroupArns: [old.id] });
    account.update(scaling, { minSize: 2, maxSize: 4 });
    assert.throws(lead(listen(old), fresh), /Interruption/);
  });

  it("are healthy once a listener leads to them, and as many as are registered", () => {
    const waited = group();
    const wait = (healthyTargets: number) => (): Living =>
      make("invocation", {
        functionName: "wait",
        input: JSON.stringify({ targetGroupArn: waited.id, healthyTargets }),
      });
    ways["a traffic source"]?.(waited);
    assert.throws(wait(1), /targetgroup\/\S+ has 0 of 1 healthy targets/);
    listen(waited);
    assert.ok(wait(2)());
    assert.throws(wait(3), /has 2 of 3 healthy targets/);
  });

  it("are waited for again with another input, unless the function is told of changes", () => {
    const waiting = make("invocation", { functionName: "wait", input: "{}" });
    assert.deepEqual(account.plan(waiting, { functionName: "wait", input: '{"a":1}' }).replaces, ["input"]);
    const told = make("invocation", { functionName: "wait", input: "{}", lifecycleScope: "CRUD" });
    assert.deepEqual(account.plan(told, { ...told.inputs, input: '{"a":1}' }).replaces, []);
  });

  it("is a fleet no more from which one of two that attached it detached it", () => {
    const [served, scaling] = [group(), fleet()];
    const source = { autoscalingGroupName: scaling.id, trafficSource: { identifier: served.id, type: "elbv2" } };
    const [first, second] = [make("trafficSource", source), make("trafficSource", source)];
    account.delete(first);
    assert.equal(account.has(second), false);
  });
});
