import * as assert from "node:assert/strict";
import { ConfigError } from "@groundwork/core";
import { find, made, mistakes, named, record, waitsFor } from "@groundwork/core/testing";
import {
  ApplicationAddressType,
  ApplicationProtocol,
  ListenerRules,
  ProtocolVersion,
  type ListenerRuleArgs,
  type ListenerRulesArgs,
} from "@groundwork/load-balancing";
import * as lb from "@pulumi/aws/lb";
import * as pulumi from "@pulumi/pulumi";
import { checkedBand } from "../../src/listener-rules/listener-rules-checks";
import { arn, CERTIFICATE, web } from "../balancers";

const LISTENER = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/shared/1/2";
const LOAD_BALANCER = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shared/1";

/** A rule for one path that forwards to a target group. */
function rule(name: string, change: Partial<ListenerRuleArgs> = {}): ListenerRuleArgs {
  return { name, conditions: { paths: [`/${name}/*`] }, action: { forward: "app" }, ...change };
}

/** The smallest rules of a team, with whatever a test changes. */
function rules(change: Partial<ListenerRulesArgs> = {}, name = "orders"): ListenerRules {
  return new ListenerRules(name, {
    listenerArn: LISTENER,
    loadBalancer: { vpcId: "vpc-1" },
    priorityBand: { from: 1000, to: 1999 },
    targetGroups: { app: { port: 8443 } },
    rules: [rule("orders")],
    ...change,
  });
}

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

  const cases: { it: string; change: Partial<ListenerRulesArgs>; mistakes: string[] }[] = [
    {
      it: "refuses what only the load balancer's owner may set",
      change: { deletionProtection: false, webAclArn: "arn:of:acl" } as Partial<ListenerRulesArgs>,
      mistakes: [
        "deletionProtection is no argument of ListenerRules: a load balancer's own settings are its owner's alone; remove it.",
        "webAclArn is no argument of ListenerRules: a load balancer's own settings are its owner's alone; remove it.",
      ],
    },
    {
      it: "refuses more rules than the band has room for",
      change: { priorityBand: { from: 1000, to: 1199 }, rules: Array.from({ length: 11 }, (_, n) => rule(`r${n}`)) },
      mistakes: [
        "rules is 11, but must be at most 10 rules in the order of the list, with the priorities 1000 to 1199; " +
          "widen the band to 242 priorities, or give every rule one of the band's.",
      ],
    },
    {
      it: "refuses a priority outside the band",
      change: { rules: [rule("a", { priority: 999 })] },
      mistakes: [
        "rules[0].priority is 999, but must be a whole number from 1000 to 1999; pass a number in that range.",
      ],
    },
    {
      it: "refuses a band of priorities that AWS does not have",
      change: { priorityBand: { from: 0, to: 50001 } },
      mistakes: [
        "priorityBand.from is 0, but must be a whole number from 1 to 50000; pass a number in that range.",
        "priorityBand.to is 50001, but must be a whole number from 1 to 50000; pass a number in that range.",
      ],
    },
    {
      it: "refuses a band that is upside down",
      change: { priorityBand: { from: 2000, to: 1000 } },
      mistakes: ["priorityBand.to is 1000, but must be at least from, which is 2000; swap the two."],
    },
    {
      it: "refuses what can neither be known nor looked up",
      change: {
        listenerArn: undefined,
        loadBalancer: {},
        targetSecurityGroupId: "sg-1",
        aliases: [{ name: "orders.example.com", hostedZoneId: "Z2" }],
      },
      mistakes: ["listenerArn", "vpcId", "securityGroupId", "dnsName", "hostedZoneId"].map(
        (key) =>
          `${key === "listenerArn" ? key : `loadBalancer.${key}`} is missing, but must be what the load balancer's owner gives; ` +
          "pass it, or loadBalancer.loadBalancerArn to have it looked up.",
      ),
    },
    {
      it: "refuses a port beside a listener, which has one",
      change: { port: 443 },
      mistakes: [
        "port is 443, but must be left out beside listenerArn; pass the listener or the port to look it up by.",
      ],
    },
    {
      it: "refuses rules that are none, a target group without requests, and one that is not there",
      change: { rules: [] },
      mistakes: [
        "rules is [], but must be at least one rule; say which requests are this team's.",
        "targetGroups.app gets no requests, and AWS does not check the health of its targets; forward to it or remove it.",
      ],
    },
    {
      it: "refuses a target group that is not there, and one key for two",
      change: {
        targetGroupArns: { app: arn("group"), other: arn("other") },
        rules: [rule("a"), rule("b", { action: { forward: "ap" } })],
      },
      mistakes: [
        'targetGroupArns.app is "app", but must be a key that no target group of these rules has; rename one of the two.',
        'rules[1].action.forward is "ap", but must be one of app, other; name a target group that is there or add this one.',
      ],
    },
    {
      it: "refuses to forward over an HTTP listener unless that is said, gRPC there, and certificates",
      change: {
        protocol: ApplicationProtocol.Http,
        targetGroups: { app: { port: 8443, protocolVersion: ProtocolVersion.Grpc } },
        extraCertificates: { own: { certificateArn: CERTIFICATE } },
      },
      mistakes: [
        "allowUnencrypted is missing, but must be true on an HTTP listener that forwards; " +
          "redirect to HTTPS instead, or say that requests may travel unencrypted.",
        'rules forwards to target group "app", which speaks gRPC and needs HTTPS; set the protocol to HTTPS.',
        'extraCertificates is {"own":{"certificateArn":"arn:aws:acm:eu-west-1:111122223333:certificate/1"}}, but must be ' +
          "left out on an HTTP listener; remove it or set the protocol to HTTPS.",
      ],
    },
    {
      it: "refuses a domain that is none, on an HTTP listener, and where its certificate's key is taken",
      change: {
        protocol: ApplicationProtocol.Http,
        allowUnencrypted: true,
        loadBalancer: { vpcId: "vpc-1", dnsName: "shared.elb.amazonaws.com", hostedZoneId: "Z1" },
        domain: { name: "Orders", hostedZoneId: "Z2" },
        extraCertificates: { domain: { certificateArn: CERTIFICATE } },
      },
      mistakes: [
        'domain is "Orders", but must be a domain name in lower case, with * at most as its first label; correct it.',
        `extraCertificates.domain is {"certificateArn":"${CERTIFICATE}"}, but must be left out beside domain, whose ` +
          "certificate has that key; rename it.",
        'domain is {"name":"Orders","hostedZoneId":"Z2"}, but must be left out on an HTTP listener; ' +
          "remove it or set the protocol to HTTPS.",
        `extraCertificates is {"domain":{"certificateArn":"${CERTIFICATE}"}}, but must be left out on an HTTP listener; ` +
          "remove it or set the protocol to HTTPS.",
      ],
    },
    {
      it: "refuses what takes a listener, and to open a fleet's group twice",
      change: {
        targetGroups: {
          app: {
            port: 8443,
            switchover: { port: 9443, healthyTargets: 1 },
            autoScalingGroups: { web: { autoScalingGroupName: "web", securityGroupId: "sg-web" } },
          },
        },
      },
      mistakes: [
        'targetGroups.app.switchover is {"port":9443,"healthyTargets":1}, but must be left out: it takes a listener, which is ' +
          "for the load balancer's owner to make; remove it.",
        'targetGroups.app.autoScalingGroups.web.securityGroupId is "sg-web", but must be left out: the targets\' ports are ' +
          "opened by targetSecurityGroupId; pass it there.",
      ],
    },
    {
      it: "refuses a security group of targets that no port leads to",
      change: {
        targetGroups: { app: { lambdaTarget: { functionArn: "arn:aws:lambda:eu-west-1:111122223333:function:app" } } },
        loadBalancer: { securityGroupId: "sg-balancer" },
        targetSecurityGroupId: "sg-targets",
      },
      mistakes: [
        'targetSecurityGroupId is "sg-targets", but must be left out without a target group that is reached by a port; ' +
          "remove it, or add the target group here.",
      ],
    },
  ];
  for (const test of cases) {
    it(test.it, async () => {
      assert.deepEqual(await mistakes(() => rules(test.change)), test.mistakes);
    });
  }

  describe("bands in one program", () => {
    /** What a program is refused for beside what it makes. */
    async function refusedBeside(program: () => unknown): Promise<string> {
      let message = "";
      await record(() => {
        try {
          program();
        } catch (error) {
          message = (error as Error).message;
        }
      });
      return message;
    }
    const overlapping = { priorityBand: { from: 1500, to: 2500 } };

    it("are refused where they overlap on one listener", async () => {
      const message = await refusedBeside(() => {
        rules();
        rules(overlapping, "payments");
      });
      assert.match(
        message,
        /ListenerRules "payments".*priorityBand is \{"from":1500,"to":2500\}, but must be apart from 1000 to 1999, which ListenerRules "orders" has on the same listener; give each its own priorities\./s,
      );
    });

    it("may be the same on different listeners, and in the next program", async () => {
      assert.equal(
        await refusedBeside(() => {
          rules();
          rules({ ...overlapping, listenerArn: `${LISTENER}2` }, "payments");
        }),
        "",
      );
      assert.equal(await refusedBeside(() => rules(overlapping, "payments")), "");
    });

    it("are refused where the owner's own rules are", async () => {
      const message = await refusedBeside(() => {
        const shared = web({ listeners: [{ port: 443, rules: [rule("own", { priority: 1200 })] }] });
        rules({ listenerArn: shared.listenerArns["443"] as pulumi.Output<string> });
      });
      assert.match(message, /apart from 1200 to 1200, which ApplicationLoadBalancer "web" has on the same listener/);
    });
  });
});
