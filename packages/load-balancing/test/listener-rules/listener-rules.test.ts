import * as assert from "node:assert/strict";
import { ConfigError } from "@groundwork/core";
import { find, made, named, record, waitsFor } from "@groundwork/core/testing";
import { ApplicationAddressType, ListenerRules } from "@groundwork/load-balancing";
import * as lb from "@pulumi/aws/lb";
import * as pulumi from "@pulumi/pulumi";
import { checkedBand } from "../../src/listener-rules/listener-rules-checks";
import { arn, CERTIFICATE, web } from "../balancers";
import { LISTENER, LOAD_BALANCER, rule, rules } from "./team";

describe("ListenerRules", () => {
  it("makes a team's rules and target groups, and nothing of the load balancer's", async () => {
    const resources = await record(() => rules());
    assert.deepEqual(made(resources), [
      ["load-balancing:index:ListenerRules", "orders"],
      ["aws:lb/targetGroup:TargetGroup", "orders-app-target-group"],
      ["aws:lb/listenerRule:ListenerRule", "orders-listener-rule-orders"],
    ]);
    const { inputs } = named(resources, "orders-listener-rule-orders");
    assert.equal(inputs["listenerArn"], LISTENER);
    assert.deepEqual(inputs["actions"], [{ type: "forward", targetGroupArn: arn("orders-app-target-group") }]);
    assert.equal(named(resources, "orders-app-target-group").inputs["vpcId"], "vpc-1");
  });

  it("keeps its rules within the band, in the order of the list", async () => {
    const resources = await record(() => rules({ rules: [rule("b"), rule("a"), rule("c")] }));
    const priorities = ["b", "a", "c"].map((name) =>
      Number(named(resources, `orders-listener-rule-${name}`).inputs["priority"]),
    );
    assert.deepEqual(
      priorities,
      [...priorities].sort((one, other) => one - other),
    );
    assert.ok(priorities.every((priority) => priority >= 1000 && priority <= 1999));
  });

  it("takes a band that is an output, such as that of the owner's stack", async () => {
    const plain = await record(() => rules());
    const unknown = await record(() => rules({ priorityBand: pulumi.output({ from: 1000, to: 1999 }) }));
    const [one, other] = [plain, unknown].map((resources) => named(resources, "orders-listener-rule-orders").inputs);
    assert.deepEqual(one, other);
  });

  it("checks such a band as soon as it is known", async () => {
    const args = { priorityBand: pulumi.output({ from: 1000, to: 1001 }), rules: [rule("a"), rule("b")] };
    const band = checkedBand("orders", args) as unknown as { promise(): Promise<unknown> };
    await assert.rejects(band.promise(), (error) => {
      assert.ok(error instanceof ConfigError);
      assert.deepEqual(error.problems, [
        "rules is 2, but must be at most 1 rules in the order of the list, with the priorities 1000 to 1001; " +
          "widen the band to 8 priorities, or give every rule one of the band's.",
      ]);
      return true;
    });
  });

  it("forwards to target groups that exist, by a key of the team's", async () => {
    const resources = await record(() =>
      rules({ targetGroups: {}, targetGroupArns: { app: arn("group") }, loadBalancer: {} }),
    );
    assert.deepEqual(find(resources, "aws:lb/listenerRule:ListenerRule").inputs["actions"], [
      { type: "forward", targetGroupArn: arn("group") },
    ]);
  });

  it("has other target groups on another load balancer, because one serves no two, and the same on another of its listeners", async () => {
    const trigger = async (listenerArn: string) =>
      named(await record(() => rules({ listenerArn })), "orders-app-target-group").replacementTrigger;
    const own = await trigger(LISTENER);
    assert.deepEqual(await trigger(LISTENER.replace(/2$/, "3")), own);
    assert.notDeepEqual(await trigger(LISTENER.replace("/1/2", "/9/2")), own);
  });

  it("gives target groups to register with only once rules send requests there, or no target becomes healthy", async () => {
    const resources = await record(() => {
      const targetGroupArn = rules().targetGroupArn("app");
      new lb.TargetGroupAttachment("target", { targetGroupArn, targetId: "i-1" });
    });
    assert.deepEqual(waitsFor(named(resources, "target"), "targetGroupArn"), [
      "orders-app-target-group",
      "orders-listener-rule-orders",
    ]);
  });

  it("leads names there once rules and certificates are in place", async () => {
    const resources = await record(() =>
      rules({
        loadBalancer: {
          vpcId: "vpc-1",
          dnsName: "shared.elb.amazonaws.com",
          hostedZoneId: "Z1",
          ipAddressType: ApplicationAddressType.Dualstack,
        },
        extraCertificates: { own: { certificateArn: CERTIFICATE } },
        aliases: [{ name: "orders.example.com", hostedZoneId: "Z2" }],
      }),
    );
    for (const type of ["A", "AAAA"]) {
      const record = named(resources, `orders-alias-orders.example.com-${type}`);
      assert.deepEqual(record.inputs["aliases"], [
        { name: "shared.elb.amazonaws.com", zoneId: "Z1", evaluateTargetHealth: true },
      ]);
      assert.deepEqual(
        waitsFor(record).filter((name) => name.startsWith("orders-")),
        ["orders-listener-rule-orders", "orders-sni-own-listener-certificate"],
      );
    }
    assert.deepEqual(named(resources, "orders-sni-own-listener-certificate").inputs, {
      listenerArn: LISTENER,
      certificateArn: CERTIFICATE,
    });
  });

  it("serves a domain of the team's: a certificate beside the listener's, and records once it is attached", async () => {
    const loadBalancer = { vpcId: "vpc-1", dnsName: "shared.elb.amazonaws.com", hostedZoneId: "Z1" };
    const domain = { name: "orders.example.com", hostedZoneId: "Z2" };
    const resources = await record(() => rules({ loadBalancer, domain }));
    assert.equal(named(resources, "orders-sni-domain-certificate").inputs["domainName"], "orders.example.com");
    assert.deepEqual(waitsFor(named(resources, "orders-sni-domain-listener-certificate"), "certificateArn"), [
      "orders-sni-domain-certificate-validation",
    ]);
    const alias = named(resources, "orders-alias-orders.example.com-A");
    assert.ok(waitsFor(alias).includes("orders-sni-domain-listener-certificate"));
    assert.ok(waitsFor(alias).includes("orders-listener-rule-orders"));
  });

  it("lets the load balancer reach the targets, on both sides and no further", async () => {
    const resources = await record(() =>
      rules({
        loadBalancer: { vpcId: "vpc-1", securityGroupId: "sg-balancer" },
        targetSecurityGroupId: "sg-targets",
        targetGroups: { app: { port: 8443, healthCheck: { port: 9000 } } },
      }),
    );
    const opened = waitsFor(named(resources, "orders-listener-rule-orders"));
    for (const port of [8443, 9000]) {
      assert.ok(opened.includes(`orders-egress-tcp-${port}-targets`), opened.join());
      assert.ok(opened.includes(`orders-ingress-tcp-${port}-load-balancer`), opened.join());
      const common = { ipProtocol: "tcp", fromPort: port, toPort: port, tags: { Name: "orders" } };
      assert.deepEqual(named(resources, `orders-egress-tcp-${port}-targets`).inputs, {
        ...common,
        description: "Targets of orders",
        securityGroupId: "sg-balancer",
        referencedSecurityGroupId: "sg-targets",
      });
      assert.deepEqual(named(resources, `orders-ingress-tcp-${port}-load-balancer`).inputs, {
        ...common,
        description: "Load balancer in front of orders",
        securityGroupId: "sg-targets",
        referencedSecurityGroupId: "sg-balancer",
      });
    }
  });

  it("has a fleet's instances registered before its rules send requests there", async () => {
    const autoScalingGroups = { web: { autoScalingGroupName: "web" } };
    const resources = await record(() => rules({ targetGroups: { app: { port: 8443, autoScalingGroups } } }));
    assert.deepEqual(waitsFor(named(resources, "orders-listener-rule-orders")), [
      "orders-app-target-group",
      "orders-app-traffic-source-attachment-web",
    ]);
  });

  it("looks up by the load balancer's ARN what it was not told, once", async () => {
    const answers = {
      "aws:lb/getLoadBalancer:getLoadBalancer": {
        dnsName: "shared.elb.amazonaws.com",
        zoneId: "Z1",
        vpcId: "vpc-9",
        securityGroups: ["sg-9", "sg-10"],
      },
      "aws:lb/getListener:getListener": { arn: LISTENER },
    };
    const adopted = {
      loadBalancer: { loadBalancerArn: LOAD_BALANCER },
      aliases: [{ name: "orders.example.com", hostedZoneId: "Z2" }],
      targetSecurityGroupId: "sg-targets",
      priorityBand: { from: 1000, to: 1999 },
      targetGroups: { app: { port: 8443 } },
      rules: [rule("orders")],
    };
    const resources = await record(() => new ListenerRules("orders", adopted), answers);
    assert.equal(named(resources, "orders-listener-rule-orders").inputs["listenerArn"], LISTENER);
    assert.equal(named(resources, "orders-app-target-group").inputs["vpcId"], "vpc-9");
    assert.equal(named(resources, "orders-egress-tcp-8443-targets").inputs["securityGroupId"], "sg-9");
    assert.deepEqual(named(resources, "orders-alias-orders.example.com-A").inputs["aliases"], [
      { name: "shared.elb.amazonaws.com", zoneId: "Z1", evaluateTargetHealth: true },
    ]);
  });

  it("takes a load balancer of the same program as it is", async () => {
    const resources = await record(() => {
      const shared = web({ priorityBands: { orders: { from: 1000, to: 1999 } } });
      const { listenerArns, priorityBands } = shared;
      const listenerArn = listenerArns["443"] as pulumi.Output<string>;
      const priorityBand = priorityBands["orders"] as { from: number; to: number };
      const aliases = [{ name: "orders.example.com", hostedZoneId: "Z2" }];
      const { loadBalancerArn, dnsName, hostedZoneId, securityGroupId } = shared;
      const loadBalancer = { loadBalancerArn, dnsName, hostedZoneId, securityGroupId, vpcId: "vpc-1" };
      rules({ listenerArn, priorityBand, aliases, loadBalancer, targetSecurityGroupId: "sg-targets" });
    });
    assert.deepEqual(waitsFor(named(resources, "orders-listener-rule-orders"), "listenerArn"), ["web-443-listener"]);
  });
});
