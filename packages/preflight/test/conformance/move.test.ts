import * as assert from "node:assert/strict";
import {
  assertInOrder,
  assertRenamed,
  assertSameLines,
  type Change,
  change,
  deployOnce,
  each,
  only,
} from "./harness/change";
import { describeEngine, itEach } from "./harness/suite";
import { names } from "./provider/cloud";

/** A load balancer's move to another VPC, by the names of what moves with it. */
interface Move {
  setting: string;
  loadBalancer: string;
  group: string;
  /** Listeners and rules that forward to the group. */
  users: string[];
  /** Other listeners. */
  others: string[];
  /** The security group and its rules. */
  guards: string[];
  /** The record in DNS. */
  alias: string;
  /** The policy of the bucket with the logs, where there are any. */
  logs?: string;
}

const moves: Move[] = [
  {
    setting: "application:moved=true",
    loadBalancer: "web-load-balancer",
    group: "web-app-target-group",
    users: ["web-443-listener", "web-443-listener-rule-api"],
    others: ["web-80-listener"],
    guards: [
      "web-security-group",
      "web-ingress-tcp-80-anywhere-ipv4",
      "web-ingress-tcp-443-anywhere-ipv4",
      "web-egress-tcp-8443-anywhere-ipv4",
    ],
    alias: "web-alias-www.example.com-A",
    logs: "web-log-bucket-policy",
  },
  {
    setting: "network:moved=true",
    loadBalancer: "edge-load-balancer",
    group: "edge-app-target-group",
    users: ["edge-443-listener"],
    others: [],
    guards: ["edge-security-group", "edge-ingress-tcp-443-anywhere-ipv4", "edge-egress-tcp-8443-anywhere-ipv4"],
    alias: "edge-alias-db.example.com-A",
  },
];

describeEngine("a load balancer that changes its VPC", () => {
  const deployed = deployOnce("replacement");

  itEach(
    moves,
    ({ setting }) => `is made anew with its target group, led to and then deleted: ${setting}`,
    async (move) => {
      // The policy names the security group's owner, who stays the same but is not known before the group is made.
      const also = move.logs === undefined ? [] : [`update ${move.logs}`];
      const done = await change(deployed(), move.setting, (lines) => assertReplaced(lines, move, also));
      assertReplaced(done.taken, move, []);
      assertAsked(done.asked, move);
      assertMoved(done, move);
      assert.deepEqual(done.afterwards, []);
    },
  );
});

/** What serves: the load balancer with its target group, listeners and rules. */
function serving({ loadBalancer, group, users, others }: Move): string[] {
  return [loadBalancer, group, ...users, ...others];
}

/** Fails unless these steps replace the load balancer after its name in DNS has left it, and change nothing else. */
function assertReplaced(steps: string[], move: Move, also: string[]): void {
  const lines = steps.map((step) => step.split(" ", 2).join(" "));
  const all = [...serving(move), ...move.guards];
  const [led, deleted] = [`update ${move.alias}`, each("delete-replaced", all)];
  assertSameLines(lines, [...each("create-replacement", all), ...each("replace", all), led, ...deleted, ...also]);
  assertInOrder(lines, [each("create-replacement", serving(move)), [led], deleted]);
  assertInOrder(lines, [each("create-replacement", move.guards), deleted]);
}

/** Fails unless the cloud was asked for just that. */
function assertAsked(asked: string[], move: Move): void {
  const all = [...serving(move), ...move.guards];
  const [led, deleted] = [`update ${move.alias}`, each("delete", all)];
  assertSameLines(asked, [...each("create", all), led, ...deleted]);
  assertInOrder(asked, [each("create", serving(move)), [led], deleted]);
  assertInOrder(asked, [each("create", move.guards), deleted]);
}

/** Fails unless all of it is in the other VPC, under names of its own, and traffic goes there. */
function assertMoved(done: Change, { loadBalancer, group, users, guards: [securityGroup = ""], alias }: Move): void {
  for (const name of [loadBalancer, group, securityGroup]) {
    assertRenamed(done, name);
  }
  const there = only(done.living, "there");
  for (const name of [group, securityGroup]) {
    assert.equal(only(done.living, name).inputs["vpcId"], there.id, name);
  }
  for (const user of users) {
    assert.ok(names(only(done.living, user).inputs, only(done.living, group)), user);
  }
  const { outputs } = only(done.living, loadBalancer);
  assert.deepEqual(only(done.living, alias).inputs["aliases"], [
    { name: outputs["dnsName"], zoneId: outputs["zoneId"], evaluateTargetHealth: true },
  ]);
}
