import * as assert from "node:assert/strict";
import { mistakes } from "@groundwork/core/testing";
import { NetworkLoadBalancer } from "@groundwork/load-balancing";

describe("names", () => {
  it("are refused if they are over 32 characters after Pulumi's suffix, of the balancer and of a target group", async () => {
    const chosen = "a-name-of-25-characters12";
    const limit = "at most 24 characters, the 32 that AWS takes less the 8 of Pulumi's suffix; choose a shorter name.";
    assert.deepEqual(
      await mistakes(
        () =>
          new NetworkLoadBalancer(chosen, {
            vpcId: "vpc-1",
            subnetIds: ["subnet-1", "subnet-2"],
            targetGroups: { [chosen]: { port: 1 } },
            listeners: [{ port: 1 }],
          }),
      ),
      [`name is "${chosen}", but must be ${limit}`, `targetGroups.${chosen} is "${chosen}", but must be ${limit}`],
    );
  });
});
