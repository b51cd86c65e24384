import * as assert from "node:assert/strict";
import {
  assertInOrder,
  assertRenamed,
  assertSameLines,
  type Change,
  change,
  deployOnce,
  each,
  having,
  onFork,
  only,
  STACK,
  steps,
} from "./harness/change";
import { describeEngine, itEach } from "./harness/suite";
import { names } from "./provider/cloud";

/** A target group of the program, and the input by which each listener and rule forwards to it. */
interface Used {
  group: string;
  users: { [name: string]: string };
}

const WEB: Used = {
  group: "web-app-target-group",
  users: { "web-443-listener": "defaultActions", "web-443-listener-rule-api": "actions" },
};
const EDGE: Used = { group: "edge-app-target-group", users: { "edge-443-listener": "defaultActions" } };

/** A change to a target group that AWS can only answer with another one. */
interface Alteration {
  setting: string;
  used: Used;
  /** The input that changes. */
  input: string;
  /** The security group's rules that come and go with it, for what the load balancer may reach. */
  opened?: string[];
  closed?: string[];
}

const alterations: Alteration[] = [
  {
    setting: "application:port=9443",
    used: WEB,
    input: "port",
    opened: ["web-egress-tcp-9443-anywhere-ipv4"],
    closed: ["web-egress-tcp-8443-anywhere-ipv4"],
  },
  { setting: "application:protocol=HTTP", used: WEB, input: "protocol" },
  { setting: "application:protocolVersion=HTTP2", used: WEB, input: "protocolVersion" },
  {
    setting: "network:port=9443",
    used: EDGE,
    input: "port",
    opened: ["edge-egress-tcp-9443-anywhere-ipv4"],
    closed: ["edge-egress-tcp-8443-anywhere-ipv4"],
  },
  {
    setting: "network:protocol=TCP_UDP",
    used: EDGE,
    input: "protocol",
    opened: ["edge-egress-udp-8443-anywhere-ipv4"],
  },
];

describeEngine("a target group in use", () => {
  const deployed = deployOnce("replacement");

  itEach(
    alterations,
    ({ setting }) => `is made anew, switched to and then deleted, with no fixed name: ${setting}`,
    async (alteration) => {
      const done = await change(deployed(), alteration.setting, (lines) => assertReplaced(lines, alteration));
      assertReplaced(done.taken, alteration);
      assertAsked(done.asked, alteration);
      assertSwitched(done, alteration.used);
      assert.deepEqual(done.afterwards, []);
    },
  );

  it("cannot come to have a fixed name, for the listener still holds the one to delete first", async () => {
    await onFork(deployed(), async (pulumi) => {
      const run = await pulumi.up(STACK, having("application:fixedName=in-use"));
      assert.notEqual(run.code, 0);
      assert.match(run.output, /ResourceInUse: arn:aws:elasticloadbalancing:\S+targetgroup\/web-app\S+ is in use by/);
      assert.ok(!steps(run).includes("create-replacement web-app-target-group name"), run.output);
    });
  });
});

/** Fails unless these steps replace the group after it has been switched from, and change nothing else. */
function assertReplaced(lines: string[], { used, input, opened = [], closed = [] }: Alteration): void {
  const created = `create-replacement ${used.group} ${input}`;
  const updated = Object.entries(used.users).map(([user, forwards]) => `update ${user} ${forwards}`);
  const deleted = `delete-replaced ${used.group}`;
  const rules = [each("create", opened), each("delete", closed)];
  assertSameLines(lines, [created, `replace ${used.group}`, ...updated, deleted, ...rules.flat()]);
  assertInOrder(lines, [[created], updated, [deleted]]);
  assertInOrder(lines, rules);
}

/** Fails unless the cloud was asked for just that. */
function assertAsked(asked: string[], { used, opened = [], closed = [] }: Alteration): void {
  const created = each("create", [used.group, ...opened]);
  const updated = each("update", Object.keys(used.users));
  const deleted = each("delete", [used.group, ...closed]);
  assertSameLines(asked, [...created, ...updated, ...deleted]);
  assertInOrder(asked, [created, deleted]);
  assertInOrder(asked, [each("create", [used.group]), updated, each("delete", [used.group])]);
}

/** Fails unless listeners and rules forward to the new group, which has a name of its own. */
function assertSwitched(done: Change, { group, users }: Used): void {
  assertRenamed(done, group);
  for (const user of Object.keys(users)) {
    const { inputs } = only(done.living, user);
    const forwards = [done.living, done.gone].map((groups) => names(inputs, only(groups, group)));
    assert.deepEqual(forwards, [true, false], user);
  }
}
