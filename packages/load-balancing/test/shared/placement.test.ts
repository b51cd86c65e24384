import * as assert from "node:assert/strict";
import { ConfigError } from "@groundwork/core";
import { find, mistakes, record } from "@groundwork/core/testing";
import { NetworkLoadBalancer } from "@groundwork/load-balancing";
import * as pulumi from "@pulumi/pulumi";
import { checkedSubnets } from "../../src/shared/placement";
import { web } from "../balancers";

const LOAD_BALANCER = "aws:lb/loadBalancer:LoadBalancer";

describe("checkedSubnets", () => {
  it("counts subnets that are known only at deployment as soon as they are", async () => {
    const checked = checkedSubnets("ApplicationLoadBalancer", "web", pulumi.output(["subnet-1"]));
    await assert.rejects((checked as unknown as { promise(): Promise<unknown> }).promise(), (error) => {
      assert.ok(error instanceof ConfigError);
      assert.equal(
        error.message,
        'ApplicationLoadBalancer "web": subnetIds is ["subnet-1"], but must be subnets in at least 2 zones; ' +
          "add a subnet of another zone.",
      );
      return true;
    });
  });
});

describe("where a load balancer is, and who reaches it", () => {
  it("takes subnets that are known only at deployment", async () => {
    const resources = await record(() => web({ subnetIds: pulumi.output(["subnet-1", "subnet-2"]) }));
    assert.deepEqual(find(resources, LOAD_BALANCER).inputs["subnets"], ["subnet-1", "subnet-2"]);
  });

  it("refuses a name that AWS refuses, and an internal load balancer that does not say who may connect", async () => {
    assert.deepEqual(
      await mistakes(
        () =>
          new NetworkLoadBalancer("my_edge", {
            vpcId: "vpc-1",
            subnetIds: ["subnet-1", "subnet-2"],
            internal: true,
            targetGroups: { app: { port: 1 } },
            listeners: [{ port: 1 }],
          }),
      ),
      [
        'name is "my_edge", but must be letters and digits, joined by single hyphens, and not start with "internal-"; ' +
          "rename it: AWS names the resources after it.",
        "sources is missing, but must be who may connect to an internal load balancer; " +
          "pass the ranges or groups, or {} behind a Network Load Balancer.",
      ],
    );
  });

  it("refuses a source that is two things, or nothing", async () => {
    const sources = { both: { cidrIpv4: "10.0.0.0/8", prefixListId: "pl-1" } };
    assert.deepEqual(await mistakes(() => web({ sources })), [
      'sources.both is {"cidrIpv4":"10.0.0.0/8","prefixListId":"pl-1"}, but must be exactly one of cidrIpv4, cidrIpv6, ' +
        "prefixListId, securityGroupId; make one entry for each range, prefix list or group.",
    ]);
  });
});
