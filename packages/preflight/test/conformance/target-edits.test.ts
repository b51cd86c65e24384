import * as assert from "node:assert/strict";
import {
  assertGroups,
  assertInOrder,
  type Change,
  change,
  deployOnce,
  having,
  onFork,
  STACK,
  steps,
} from "./harness/change";
import { describeEngine, itEach } from "./harness/suite";

/** An edit, and what it does. */
interface Edit {
  /** What the edit is, in words. */
  what: string;
  setting: string;
  /**
   * The steps, each with the inputs that it is taken for, in groups that follow each other. A replacement is written as
   * `replace name`, where the new is made, and `delete-replaced name`.
   */
  steps: string[][];
}

/** Another function, alias or version: the one target of a group that takes one. */
function otherFunction(input: string): string[][] {
  return [
    ["replace serverless-app"],
    [`replace serverless-app-permission ${input} sourceArn`],
    ["replace serverless-app-function-target targetGroupArn targetId"],
    ["update serverless-443-listener defaultActions"],
    ["delete-replaced serverless-app-function-target"],
    ["delete-replaced serverless-app-permission"],
    ["delete-replaced serverless-app"],
  ];
}

/** A target group of Auto Scaling groups that another one replaces. */
function replaced(input: string, opened: string[] = [], closed: string[] = []): string[][] {
  const attachments = ["blue", "green"].map((fleet) => `web-app-traffic-source-attachment-${fleet}`);
  return [
    [`replace web-app-target-group ${input}`, ...opened],
    attachments.map((attachment) => `replace ${attachment} trafficSource`),
    ["update web-443-listener defaultActions", "update web-443-listener-rule-app actions"],
    attachments.map((attachment) => `delete-replaced ${attachment}`),
    ["delete-replaced web-app-target-group", ...closed],
  ];
}

/** The rules of a port of the web load balancer's fleets. */
function rules(what: string, port: number): string[] {
  return [
    `${what} web-egress-tcp-${port}-anywhere-ipv4`,
    ...["blue", "green"].map((fleet) => `${what} web-auto-scaling-group-${fleet}-ingress-tcp-${port}`),
  ];
}

const edits: Edit[] = [
  { what: "a function's code", setting: "code=exports.handler = () => 3", steps: [["update first code"]] },
  { what: "another function", setting: "function=second", steps: otherFunction("function") },
  { what: "another alias of a function", setting: "qualifier=next", steps: otherFunction("qualifier") },
  { what: "an alias left out", setting: "qualifier=none", steps: otherFunction("qualifier") },
  {
    what: "addresses in the place of a function",
    setting: "kind=addresses",
    steps: [
      [
        "create serverless-egress-tcp-8443-anywhere-ipv4",
        "replace serverless-app ipAddressType port protocol protocolVersion targetType vpcId",
      ],
      ["create serverless-app-target-only"],
      ["update serverless-443-listener defaultActions"],
      ["delete serverless-app-function-target"],
      ["delete serverless-app-permission"],
      ["delete-replaced serverless-app"],
    ],
  },
  {
    what: "another load balancer behind a load balancer",
    setting: "behind=other",
    steps: [
      [
        "replace front-egress-tcp-443-alb-inner referencedSecurityGroupId",
        "replace front-inner-ingress-tcp-443 securityGroupId",
        "replace front-inner-target-group",
      ],
      ["replace front-inner-load-balancer-target targetGroupArn targetId"],
      ["update front-443-listener defaultActions"],
      ["delete-replaced front-inner-load-balancer-target"],
      [
        "delete-replaced front-egress-tcp-443-alb-inner",
        "delete-replaced front-inner-ingress-tcp-443",
        "delete-replaced front-inner-target-group",
      ],
    ],
  },
  {
    what: "a listener more of a load balancer behind another",
    setting: "listeners=443,8443",
    steps: [["create inner-8443-listener", "create other-8443-listener"]],
  },
  {
    what: "another port under fleets",
    setting: "port=9443",
    steps: replaced("port", rules("create", 9443), rules("delete", 8443)),
  },
  { what: "another protocol under fleets", setting: "protocol=HTTP", steps: replaced("protocol") },
  {
    what: "another key of a target group",
    setting: "key=site",
    steps: [
      ["create web-site-target-group"],
      ["create web-site-traffic-source-attachment-blue", "create web-site-traffic-source-attachment-green"],
      ["update web-443-listener defaultActions", "update web-443-listener-rule-app actions"],
      ["delete web-app-traffic-source-attachment-blue", "delete web-app-traffic-source-attachment-green"],
      ["delete web-app-target-group"],
    ],
  },
  {
    what: "a fleet taken out of a target group",
    setting: "fleets=blue",
    steps: [
      ["delete web-app-traffic-source-attachment-green"],
      ["delete web-auto-scaling-group-green-ingress-tcp-8443", "delete green", "delete green-instances"],
    ],
  },
  {
    what: "a fleet put into a target group",
    setting: "fleets=blue,green,red",
    steps: [
      ["create red", "create red-instances"],
      ["create web-auto-scaling-group-red-ingress-tcp-8443"],
      ["create web-app-traffic-source-attachment-red"],
    ],
  },
  { what: "an address less", setting: "addresses=a=10.0.0.1", steps: [["delete web-fixed-target-b"]] },
  {
    what: "an address more",
    setting: "addresses=a=10.0.0.1,b=10.0.0.2,c=10.0.0.3",
    steps: [["create web-fixed-target-c"]],
  },
  {
    what: "another address by the same name",
    setting: "addresses=a=10.0.0.1,b=10.0.0.4",
    steps: [["replace web-fixed-target-b targetId"], ["delete-replaced web-fixed-target-b"]],
  },
  {
    what: "a fleet taken as target that listed its target groups itself",
    setting: "former=attached",
    steps: [
      ["update former-auto-scaling-group-old-ingress-tcp-8443 description tags"],
      ["create former-app-traffic-source-attachment-old"],
    ],
  },
  {
    what: "another port under a fleet that switches over when it is healthy",
    setting: "databasePort=5433",
    steps: [
      [
        "replace gated-db-target-group port",
        "create gated-egress-tcp-5433-anywhere-ipv4",
        "create gated-auto-scaling-group-db-ingress-tcp-5433",
      ],
      ["replace gated-db-traffic-source-attachment-db trafficSource"],
      ["update gated-db-switchover-listener defaultActions"],
      ["replace gated-db-switchover-invocation input"],
      ["update gated-5432-listener defaultActions"],
      ["delete-replaced gated-db-switchover-invocation", "delete-replaced gated-db-traffic-source-attachment-db"],
      [
        "delete-replaced gated-db-target-group",
        "delete gated-egress-tcp-5432-anywhere-ipv4",
        "delete gated-auto-scaling-group-db-ingress-tcp-5432",
      ],
    ],
  },
  {
    what: "a health check that connects in place of one that asks",
    setting: "check=TCP",
    steps: [
      ["replace gated-db-target-group"],
      ["replace gated-db-traffic-source-attachment-db trafficSource"],
      ["update gated-db-switchover-listener defaultActions"],
      ["replace gated-db-switchover-invocation input"],
      ["update gated-5432-listener defaultActions"],
      ["delete-replaced gated-db-switchover-invocation", "delete-replaced gated-db-traffic-source-attachment-db"],
      ["delete-replaced gated-db-target-group"],
    ],
  },
  {
    what: "another number of healthy targets",
    setting: "healthy=1",
    steps: [["replace gated-db-switchover-invocation input"], ["delete-replaced gated-db-switchover-invocation"]],
  },
  {
    what: "switchover on",
    setting: "switchover=gated,web",
    steps: [
      ["create web-switchover-role"],
      ["create web-switchover-role-policy"],
      ["create web-switchover-function"],
      ["create web-app-switchover-listener"],
      ["create web-app-switchover-invocation"],
    ],
  },
  {
    what: "switchover off",
    setting: "switchover=none",
    steps: [
      ["delete gated-db-switchover-invocation"],
      [
        "delete gated-db-switchover-listener",
        "delete gated-switchover-function",
        "delete gated-switchover-role-policy",
        "delete gated-switchover-role",
      ],
    ],
  },
];

describeEngine("targets that change", () => {
  const deployed = deployOnce("edits-targets");

  itEach(
    edits,
    ({ what }) => `keep serving, by these steps in this order and no more: ${what}`,
    async ({ setting, steps: expected }) => {
      const done = await change(deployed(), `edit:${setting}`, (previewed) => assertTook(previewed, expected));
      assertTook(done.taken, expected);
      assertAsked(done, expected);
      assert.deepEqual(done.afterwards, []);
    },
  );

  it("leave a target group before the new one has any, where a fleet lists its target groups itself", async () => {
    await onFork(deployed(), async (pulumi) => {
      const run = await pulumi.up(STACK, having("edit:formerPort=9443"));
      assert.notEqual(run.code, 0);
      assert.match(
        run.output,
        /Interruption: \S+listener\/former-443-listener\S+ would lead to \S+former-app-target-group/,
      );
    });
  });

  it("stay with the old target group where the new one's do not become healthy, until they do", async () => {
    await onFork(deployed(), async (pulumi) => {
      const late = { args: ["--config", "edit:databasePort=5433", ...(having("edit:healthy=3").args ?? [])] };
      const failed = await pulumi.up(STACK, late);
      assert.notEqual(failed.code, 0);
      assert.match(failed.output, /targetgroup\/gated-db-target-group\S+ has 2 of 3 healthy targets/);
      const taken = steps(failed);
      assert.ok(!taken.some((step) => /^(update gated-5432-listener|delete)/.test(step)), taken.join("\n"));
      const mended = await pulumi.up(STACK, having("edit:healthy=2"));
      assert.equal(mended.code, 0, mended.output);
      assertInOrder(steps(mended), [
        ["update gated-5432-listener defaultActions"],
        ["delete-replaced gated-db-traffic-source-attachment-db"],
        ["delete-replaced gated-db-target-group"],
      ]);
      assert.deepEqual(steps(await pulumi.up(STACK)), []);
    });
  });

  it("are gone when all is destroyed", async () => {
    await onFork(deployed(), async (pulumi) => {
      const destroyed = await pulumi.destroy(STACK);
      assert.equal(destroyed.code, 0, destroyed.output);
      assert.deepEqual(
        pulumi.cloud.all().map(({ name }) => name),
        [],
      );
    });
  });
});

/** Fails unless these steps were taken, each group of them after the one before it, and no others. */
function assertTook(lines: string[], expected: string[][]): void {
  const seen = lines.flatMap((line) => {
    const [op = "", name = "", ...inputs] = line.split(" ");
    const said = [op === "create-replacement" ? "replace" : op, name, ...inputs.sort()].join(" ");
    return op === "replace" ? [] : [said];
  });
  assertGroups(seen, expected);
}

/** Fails unless the cloud was asked for just that, in this order. */
function assertAsked({ asked }: Change, expected: string[][]): void {
  const requests = expected.map((group) =>
    group.map((step) => {
      const [op = "", name = ""] = step.split(" ");
      return `${op === "replace" ? "create" : op === "delete-replaced" ? "delete" : op} ${name}`;
    }),
  );
  assertGroups(asked, requests);
}
