import * as assert from "node:assert/strict";
import { made, mistakes, named, record } from "@groundwork/core/testing";
import { LoadBalancerType, TargetGroup, type StandaloneTargetGroupArgs } from "@groundwork/load-balancing";
import { inner } from "../balancers";

const FUNCTION = "arn:aws:lambda:eu-west-1:111122223333:function:app";

/** The smallest target group by itself, with whatever a test changes. */
function group(change: Partial<StandaloneTargetGroupArgs> = {}): TargetGroup {
  return new TargetGroup("orders", {
    loadBalancerType: LoadBalancerType.Application,
    vpcId: "vpc-1",
    targetGroup: { port: 8443 },
    ...change,
  });
}

describe("TargetGroup", () => {
  it("is made as a load balancer of its type makes it", async () => {
    const resources = await record(() => group());
    assert.deepEqual(made(resources), [
      ["load-balancing:index:TargetGroup", "orders"],
      ["aws:lb/targetGroup:TargetGroup", "orders-target-group"],
    ]);
    const own = await record(() => inner({ targetGroups: { app: { port: 8443 } } }));
    assert.deepEqual(
      { ...named(resources, "orders-target-group").inputs, tags: {} },
      { ...named(own, "web-app-target-group").inputs, tags: {} },
    );
    const network = await record(() => group({ loadBalancerType: LoadBalancerType.Network }));
    assert.equal(named(network, "orders-target-group").inputs["protocol"], "TCP");
  });

  it("lets the load balancer reach the targets, on both sides", async () => {
    const resources = await record(() =>
      group({ loadBalancerSecurityGroupId: "sg-balancer", targetSecurityGroupId: "sg-targets" }),
    );
    const rules = ["orders-egress-tcp-8443-targets", "orders-ingress-tcp-8443-load-balancer"].map((name) => {
      const { securityGroupId, referencedSecurityGroupId } = named(resources, name).inputs;
      return [securityGroupId, referencedSecurityGroupId];
    });
    assert.deepEqual(rules, [
      ["sg-balancer", "sg-targets"],
      ["sg-targets", "sg-balancer"],
    ]);
  });

  it("knows the security group of an Application Load Balancer as target", async () => {
    const resources = await record(() =>
      group({
        loadBalancerType: LoadBalancerType.Network,
        targetGroup: { port: 443, albTarget: inner().asTarget() },
        loadBalancerSecurityGroupId: "sg-balancer",
      }),
    );
    const { inputs } = named(resources, "orders-ingress-tcp-443-load-balancer");
    assert.equal(inputs["securityGroupId"], "web-security-group-id");
  });

  const cases: { it: string; change: Partial<StandaloneTargetGroupArgs>; mistakes: string[] }[] = [
    {
      it: "refuses what does not fit the load balancer",
      change: { loadBalancerType: LoadBalancerType.Network, targetGroup: { port: 1, slowStartSeconds: 30 } },
      mistakes: [
        "targetGroup.slowStartSeconds is 30, but must be left out: it belongs to an Application Load Balancer; remove it.",
      ],
    },
    {
      it: "refuses a load balancer of no type",
      change: { loadBalancerType: "gateway" as LoadBalancerType },
      mistakes: ['loadBalancerType is "gateway", but must be one of "application", "network"; pass one of these.'],
    },
    {
      it: "refuses to be without a VPC, and a function in one",
      change: { vpcId: undefined },
      mistakes: ["vpcId is missing, but must be the targets' VPC; pass its id."],
    },
    {
      it: "refuses a VPC and security groups for a function",
      change: { targetGroup: { lambdaTarget: { functionArn: FUNCTION } }, targetSecurityGroupId: "sg-1" },
      mistakes: [
        'vpcId is "vpc-1", but must be left out: a function has none; remove it.',
        'targetSecurityGroupId is "sg-1", but must be left out: a function is not reached by a port; remove it.',
      ],
    },
    {
      it: "refuses to let the load balancer in that is not let out",
      change: { targetSecurityGroupId: "sg-1" },
      mistakes: [
        "loadBalancerSecurityGroupId is missing, but must be the load balancer's security group beside " +
          "targetSecurityGroupId; pass it, so that the load balancer is let out, too.",
      ],
    },
    {
      it: "refuses to let the load balancer out that is not let in",
      change: { loadBalancerSecurityGroupId: "sg-1" },
      mistakes: [
        "targetSecurityGroupId is missing, but must be the targets' security group beside " +
          "loadBalancerSecurityGroupId; pass it, so that the load balancer is let in, too.",
      ],
    },
  ];
  for (const test of cases) {
    it(test.it, async () => {
      assert.deepEqual(await mistakes(() => group(test.change)), test.mistakes);
    });
  }
});
