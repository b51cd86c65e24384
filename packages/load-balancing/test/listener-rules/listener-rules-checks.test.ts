import * as assert from "node:assert/strict";
import { mistakes, record } from "@groundwork/core/testing";
import { ApplicationProtocol, ProtocolVersion, type ListenerRulesArgs } from "@groundwork/load-balancing";
import type * as pulumi from "@pulumi/pulumi";
import { arn, CERTIFICATE, web } from "../balancers";
import { LISTENER, rule, rules } from "./team";

describe("ListenerRules", () => {
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
