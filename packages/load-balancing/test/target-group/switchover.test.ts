import * as assert from "node:assert/strict";
import * as vm from "node:vm";
import { find, inputsOf, mistakes, named, names, record, type Recorded, waitsFor } from "@groundwork/core/testing";
import {
  NetworkProtocol,
  ProtocolVersion,
  type SwitchoverArgs,
  type TargetGroupArgs,
  TargetProtocol,
} from "@groundwork/load-balancing";
import { SWITCHOVER_CODE } from "../../src/target-group/switchover-code";
import { arn, CERTIFICATE, edge, web } from "../balancers";

const FUNCTION = "aws:lambda/function:Function";
const INVOCATION = "aws:lambda/invocation:Invocation";

function app(change: TargetGroupArgs = {}, switchover: Partial<SwitchoverArgs> = {}): TargetGroupArgs {
  return {
    port: 8443,
    autoScalingGroups: { fleet: { autoScalingGroupName: "fleet-1" } },
    switchover: { port: 9443, healthyTargets: 2, ...switchover },
    ...change,
  };
}

describe("switchover", () => {
  let resources: Recorded[];

  before(async () => {
    resources = await record(() => web({ targetGroups: { app: app() } }));
  });

  it("has a listener of its own lead to the target group, or AWS would not check the targets", () => {
    const listener = named(resources, "web-app-switchover-listener");
    assert.deepEqual(listener.inputs, {
      loadBalancerArn: arn("web-load-balancer"),
      port: 9443,
      protocol: "HTTPS",
      certificateArn: CERTIFICATE,
      sslPolicy: named(resources, "web-443-listener").inputs["sslPolicy"],
      defaultActions: [{ type: "forward", targetGroupArn: arn("web-app-target-group") }],
      tags: { Name: "web-app-switchover" },
    });
    assert.ok(waitsFor(listener).includes("web-app-traffic-source-attachment-fleet"));
  });

  it("opens that listener's port to nobody", () => {
    const opened = resources.filter(({ inputs }) => inputs["fromPort"] === 9443);
    assert.deepEqual(opened, []);
  });

  it("has the listeners wait for a function that waits for the targets", () => {
    const invocation = find(resources, INVOCATION);
    assert.equal(invocation.name, "web-app-switchover-invocation");
    assert.deepEqual(JSON.parse(String(invocation.inputs["input"])), {
      targetGroupArn: arn("web-app-target-group"),
      healthyTargets: 2,
      timeoutSeconds: 600,
    });
    assert.ok(waitsFor(invocation).includes("web-app-switchover-listener"));
    assert.ok(waitsFor(named(resources, "web-443-listener")).includes("web-app-switchover-invocation"));
  });

  it("lets the function read the health of targets and nothing else", () => {
    const { policy } = inputsOf(resources, "web-switchover-role-policy");
    assert.deepEqual(JSON.parse(String(policy)), {
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "elasticloadbalancing:DescribeTargetHealth", Resource: "*" }],
    });
    assert.deepEqual(names(resources, "aws:iam/rolePolicyAttachment:RolePolicyAttachment"), []);
    const { inputs } = find(resources, FUNCTION);
    assert.deepEqual([inputs["runtime"], inputs["handler"], inputs["timeout"]], ["nodejs22.x", "index.handler", 900]);
    assert.deepEqual(waitsFor(find(resources, FUNCTION)), ["web-switchover-role", "web-switchover-role-policy"]);
  });

  it("makes one function for all target groups, and none where none asks for it", async () => {
    const targetGroups = { app: app(), api: app({ port: 8444 }, { port: 9444, timeoutSeconds: 30 }) };
    const rules = [{ name: "api", conditions: { paths: ["/api"] }, action: { forward: "api" } }];
    const listeners = [{ port: 443, defaultAction: { forward: "app" }, rules }];
    const both = await record(() => web({ targetGroups, listeners }));
    assert.deepEqual([names(both, FUNCTION).length, names(both, INVOCATION).length], [1, 2]);
    const none = await record(() => web());
    assert.deepEqual([names(none, FUNCTION), names(none, INVOCATION)], [[], []]);
  });

  it("speaks to the targets of a network load balancer as their protocol asks", async () => {
    const certificate = { certificateArn: CERTIFICATE };
    const protocols: [TargetProtocol, NetworkProtocol][] = [
      [TargetProtocol.Tcp, NetworkProtocol.Tcp],
      [TargetProtocol.Udp, NetworkProtocol.Udp],
      [TargetProtocol.TcpUdp, NetworkProtocol.TcpUdp],
      [TargetProtocol.Tls, NetworkProtocol.Tls],
    ];
    for (const [protocol, listener] of protocols) {
      const targetGroups = { app: app({ protocol }) };
      const tls = listener === NetworkProtocol.Tls ? { certificate } : {};
      const made = await record(() => edge({ targetGroups, listeners: [{ port: 443, protocol: listener }], ...tls }));
      const { inputs } = named(made, "edge-app-switchover-listener");
      assert.equal(inputs["protocol"], protocol);
      assert.equal(inputs["certificateArn"], protocol === TargetProtocol.Tls ? CERTIFICATE : undefined);
    }
  });

  it("refuses a port that a listener has, times and numbers out of range, and targets that it cannot know", async () => {
    const wrong = { port: 443, healthyTargets: 0, timeoutSeconds: 900 };
    assert.deepEqual(await mistakes(() => web({ targetGroups: { app: app({}, wrong) } })), [
      "targetGroups.app.switchover.port is 443, but must be none of the other listeners' ports: 443, 80; pass a free port.",
      "targetGroups.app.switchover.healthyTargets is 0, but must be a whole number from 1 to 1000 targets; pass a number in that range.",
      "targetGroups.app.switchover.timeoutSeconds is 900, but must be a whole number from 30 to 840 seconds; pass a number in that range.",
    ]);
    const fixed = app({ autoScalingGroups: {}, targets: { one: { id: "i-1" } } });
    assert.deepEqual(await mistakes(() => web({ targetGroups: { app: fixed } })), [
      "targetGroups.app.switchover.healthyTargets is 2, but must be a whole number from 1 to 1 targets; pass a number in that range.",
    ]);
    assert.deepEqual(
      await mistakes(() => web({ targetGroups: { app: app({ autoScalingGroups: {} }, { healthyTargets: 1 }) } })),
      [
        'targetGroups.app.switchover is {"port":9443,"healthyTargets":1}, but must be left out unless the target group has ' +
          "autoScalingGroups, targets or albTarget: who registers by targetGroupArn waits for the listeners; register the targets here or remove it.",
      ],
    );
  });

  it("refuses what would need a certificate that is not there, and what no security group closes", async () => {
    const listeners = [{ port: 443, certificate: { certificateArn: CERTIFICATE } }];
    const grpc = { app: app({ protocolVersion: ProtocolVersion.Grpc }) };
    assert.match(
      (await mistakes(() => web({ targetGroups: grpc, listeners, certificate: undefined }))).join(),
      /needs GRPC|in front of GRPC needs/,
    );
    const quic = [{ port: 443, protocol: NetworkProtocol.TcpQuic }];
    const udp = { app: app({ protocol: TargetProtocol.TcpQuic, autoScalingGroups: {} }) };
    assert.match(
      (await mistakes(() => edge({ targetGroups: udp, listeners: quic }))).join(),
      /no security group to close the port/,
    );
  });
});

/** What a target group's targets are, one answer after the other; the last stays. */
type Answers = ({ Target: { Id: string }; TargetHealth: { State: string; Reason?: string } }[] | Error)[];

describe("the function that waits for healthy targets", () => {
  const target = (Id: string, State: string, Reason?: string) => ({ Target: { Id }, TargetHealth: { State, Reason } });

  async function run(answers: Answers, event: Record<string, unknown>) {
    const asked: unknown[] = [];
    let now = 0;
    class ElasticLoadBalancingV2Client {
      send(command: { input: unknown }): Promise<unknown> {
        const answer = answers[Math.min(asked.length, answers.length - 1)];
        asked.push(command.input);
        return answer instanceof Error ? Promise.reject(answer) : Promise.resolve({ TargetHealthDescriptions: answer });
      }
    }
    class DescribeTargetHealthCommand {
      constructor(readonly input: unknown) {}
    }
    const context = {
      exports: {} as { handler: (event: unknown) => Promise<unknown> },
      require: () => ({ ElasticLoadBalancingV2Client, DescribeTargetHealthCommand }),
      Date: { now: () => now },
      setTimeout: (done: () => void, milliseconds: number) => {
        now += milliseconds;
        done();
      },
    };
    vm.runInNewContext(SWITCHOVER_CODE, context);
    return { result: await context.exports.handler(event), asked, seconds: now / 1000 };
  }

  const event = { targetGroupArn: "arn:group", healthyTargets: 2, timeoutSeconds: 60 };

  it("answers at once where enough are healthy", async () => {
    const done = await run([[target("i-1", "healthy"), target("i-2", "healthy")]], event);
    assert.deepEqual({ ...(done.result as object) }, { healthy: 2 });
    assert.deepEqual(
      [done.asked.map((input) => ({ ...(input as object) })), done.seconds],
      [[{ TargetGroupArn: "arn:group" }], 0],
    );
  });

  it("asks again every five seconds until they are, errors notwithstanding", async () => {
    const started = target("i-1", "initial", "Elb.InitialHealthChecking");
    const healthy = [target("i-1", "healthy"), target("i-2", "healthy"), target("i-3", "unhealthy")];
    const done = await run([new Error("AccessDenied"), [], [started, target("i-2", "healthy")], healthy], event);
    assert.equal(done.asked.length, 4);
    assert.equal(done.seconds, 15);
  });

  it("fails when the time is over, and says what each target lacks", async () => {
    const found = [target("i-1", "healthy"), target("i-2", "unused", "Target.NotInUse")];
    await assert.rejects(run([found], event), {
      message: "arn:group has 1 of 2 healthy targets after 60 seconds: i-1 healthy, i-2 unused Target.NotInUse",
    });
    await assert.rejects(run([[]], event), /has 0 of 2 healthy targets after 60 seconds: no targets/);
    await assert.rejects(run([new Error("AccessDenied")], event), /after 60 seconds: Error: AccessDenied/);
  });
});
