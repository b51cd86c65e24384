import * as assert from "node:assert/strict";
import { record } from "@groundwork/core/testing";
import {
  ApplicationProtocol,
  NetworkLoadBalancer,
  overviewMermaid,
  type OverviewResource,
} from "@groundwork/load-balancing";
import * as autoscaling from "@pulumi/aws/autoscaling";
import { web } from "../balancers";
import { example } from "../readme-example";

describe("overviewMermaid", () => {
  it("shows a load balancer's listeners, rules, target groups and targets", async () => {
    const rules = [
      { name: "one", conditions: { paths: ["/<a>"] }, action: { fixedResponse: { statusCode: 404 } } },
      { name: "two", conditions: { hosts: ["a.example.com"], methods: ["GET"] }, action: { forward: "app" } },
    ];
    const targetGroups = { app: { port: 8443, targets: { one: { id: "i-1" } } } };
    const resources = await record(() =>
      web({
        targetGroups,
        listeners: [
          { port: 443, rules },
          { port: 80, protocol: ApplicationProtocol.Http },
        ],
      }),
    );
    assert.deepEqual(withoutIds(overviewMermaid(resources)), [
      "flowchart LR",
      'subgraph _["Application Load Balancer web-load-balancer (internet-facing)"]',
      '_(["HTTP 80<br/>redirects to HTTPS 443"])',
      '_(["HTTPS 443"])',
      '_{{"path /#60;a#62;<br/>answers 404"}}',
      '_{{"host a.example.com<br/>method GET"}}',
      '_["web-app-target-group<br/>HTTPS 8443, instances"]',
      '_[/"i-1"/]',
      "end",
      '_ -->|"rule 1"| _',
      '_ -->|"rule 2"| _',
      "_ --> _",
      '_ -->|"default"| _',
      "_ --> _",
    ]);
  });

  it("shows Auto Scaling groups, whoever makes them and however they are attached", async () => {
    const drawn = await record(() => {
      const own = new autoscaling.Group("own", { minSize: 1, maxSize: 1 });
      const autoScalingGroups = {
        own: { autoScalingGroupName: own.name },
        other: { autoScalingGroupName: "other-1" },
      };
      const alb = web({ targetGroups: { app: { port: 8443, autoScalingGroups } } });
      new autoscaling.Group("listing", { minSize: 1, maxSize: 1, targetGroupArns: [alb.targetGroupArn("app")] });
    });
    const targets = withoutIds(overviewMermaid(drawn)).filter((line) => line.includes("Auto Scaling group"));
    assert.deepEqual(targets, [
      '_[/"listing<br/>Auto Scaling group"/]',
      '_[/"web-app-traffic-source-attachment-other<br/>Auto Scaling group"/]',
      '_[/"own<br/>Auto Scaling group"/]',
    ]);
  });

  it("shows a Network Load Balancer with the shares of its target groups", async () => {
    const targets = [
      { targetGroup: "old", weight: 30 },
      { targetGroup: "new", weight: 10 },
    ];
    const resources = await record(
      () =>
        new NetworkLoadBalancer("edge", {
          vpcId: "vpc-1",
          subnetIds: ["subnet-1", "subnet-2"],
          targetGroups: { new: { port: 2 }, old: { port: 1 } },
          listeners: [{ port: 5432, weightedForward: { targets } }],
        }),
    );
    const drawn = overviewMermaid(resources);
    const id = (text: string) => /(n\d+)/.exec(drawn.split("\n").find((line) => line.includes(text)) ?? "")?.[1];
    assert.ok(drawn.includes(`${id("TCP 5432")} -->|"default, 75%"| ${id("edge-old-target-group")}`), drawn);
    assert.ok(drawn.includes(`${id("TCP 5432")} -->|"default, 25%"| ${id("edge-new-target-group")}`), drawn);
  });

  it("does not depend on the order of registration, nor on values known only at deployment", async () => {
    const resources = await record(example);
    const drawn = overviewMermaid(resources);
    assert.equal(overviewMermaid([...resources].reverse()), drawn);
    const unknown = JSON.parse(
      JSON.stringify(resources).replace(/"arn:aws:test:[^"]*"/g, '"[unknown]"'),
    ) as OverviewResource[];
    assert.equal(overviewMermaid(unknown), drawn);
  });

  it("passes over everything that is no load balancing", () => {
    const bucket = { urn: "urn:bucket", type: "aws:s3/bucket:Bucket", name: "b", inputs: {}, propertyDependencies: {} };
    assert.equal(overviewMermaid([bucket]), "flowchart LR\n");
  });
});

/** The lines of a drawing, with all ids alike. */
function withoutIds(drawn: string): string[] {
  return drawn
    .trimEnd()
    .split("\n")
    .map((line) => line.trim().replace(/\bn\d+\b/g, "_"));
}
