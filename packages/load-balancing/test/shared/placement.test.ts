import * as assert from "node:assert/strict";
import { ConfigError } from "@groundwork/core";
import * as pulumi from "@pulumi/pulumi";
import { checkedSubnets } from "../../src/shared/placement";

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
