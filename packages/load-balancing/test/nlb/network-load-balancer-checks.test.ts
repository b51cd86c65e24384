import * as assert from "node:assert/strict";
import { mistakes, record } from "@groundwork/core/testing";
import {
  NetworkAddressType,
  NetworkProtocol,
  AddressFamily,
  TargetProtocol,
  TargetType,
  type AlbTargetArgs,
  type ApplicationLoadBalancerArgs,
  type NetworkLoadBalancerArgs,
} from "@groundwork/load-balancing";
import { CERTIFICATE, edge, inner } from "../balancers";

describe("checkNetworkLoadBalancer", () => {
  /** The mistakes in a load balancer with an Application Load Balancer behind it, which is made apart. */
  async function behindMistakes(
    change: Partial<NetworkLoadBalancerArgs>,
    balancer: Partial<ApplicationLoadBalancerArgs> = {},
  ) {
    let target: AlbTargetArgs | undefined;
    await record(() => {
      target = inner(balancer).asTarget();
    });
    return mistakes(() =>
      edge({
        targetGroups: { web: { port: 443, albTarget: target } },
        listeners: [{ port: 443 }],
        ...change,
        ...(change.targetGroups === undefined
          ? {}
          : { targetGroups: { web: { albTarget: target, ...change.targetGroups["web"] } } }),
      }),
    );
  }

  const cases: { it: string; change: Partial<NetworkLoadBalancerArgs>; mistakes: string[] }[] = [
    {
      it: "refuses a TLS listener without a certificate",
      change: { listeners: [{ port: 443, protocol: NetworkProtocol.Tls }] },
      mistakes: [
        "listeners[0].certificate is missing, but must be a certificate, here or on the load balancer; " +
          "pass certificate: { certificateArn } or { domainName, hostedZoneId }.",
      ],
    },
    {
      it: "refuses a target group whose protocol does not fit the listener",
      change: { targetGroups: { app: { port: 53, protocol: TargetProtocol.Udp } } },
      mistakes: [
        'listeners[0].protocol is "TCP", but must be one that fits target group "app", which speaks UDP; ' +
          "give the target group TCP or TCP_UDP.",
      ],
    },
    {
      it: "refuses cookies, which it cannot read, and names what can",
      change: { targetGroups: { app: { port: 5432, stickiness: { applicationCookie: { name: "SESSION" } } } } },
      mistakes: [
        'targetGroups.app.stickiness.applicationCookie is {"name":"SESSION"}, but must be left out on a Network Load ' +
          "Balancer, which reads no cookies; use sourceIp, or put an Application Load Balancer behind it (albTarget).",
      ],
    },
    {
      it: "refuses a sticky TLS target group",
      change: {
        certificate: { certificateArn: CERTIFICATE },
        targetGroups: { app: { port: 443, protocol: TargetProtocol.Tls, stickiness: { sourceIp: true } } },
        listeners: [{ port: 443, protocol: NetworkProtocol.Tls }],
      },
      mistakes: [
        "targetGroups.app.stickiness.sourceIp is true, but must be left out on a TLS target group, which cannot be sticky; " +
          "leave stickiness out or use protocol TCP.",
      ],
    },
    {
      it: "refuses a sticky target group behind a TLS listener, where AWS keeps no client at a target",
      change: {
        certificate: { certificateArn: CERTIFICATE },
        targetGroups: { app: { port: 443, stickiness: { sourceIp: true } } },
        listeners: [{ port: 443, protocol: NetworkProtocol.Tls }],
      },
      mistakes: [
        "targetGroups.app.stickiness.sourceIp is true, but must be left out behind a TLS listener, whose clients cannot be " +
          "kept at a target; remove it, or use a TCP listener and let the targets end TLS.",
      ],
    },
    {
      it: "refuses logs that AWS would not write, for it logs only what comes to TLS listeners",
      change: { logs: { retentionDays: 30 } },
      mistakes: [
        'logs is {"retentionDays":30}, but must be left out without a TLS listener, because AWS logs only what comes to ' +
          "one; remove it or add a TLS listener.",
      ],
    },
    {
      it: "refuses to protect addresses that nobody makes",
      change: { protectElasticIps: false },
      mistakes: [
        "protectElasticIps is false, but must be left out without elasticIps, which it protects; set elasticIps or remove it.",
      ],
    },
    {
      it: "refuses a function as target",
      change: {
        targetGroups: { app: { lambdaTarget: { functionArn: "arn:aws:lambda:eu-west-1:111122223333:function:app" } } },
        listeners: [{ port: 443 }],
      },
      mistakes: [
        'targetGroups.app.lambdaTarget is {"functionArn":"arn:aws:lambda:eu-west-1:111122223333:function:app"}, ' +
          "but must be left out: it belongs to an Application Load Balancer; remove it.",
      ],
    },
    {
      it: "refuses UDP that hides the client's address",
      change: {
        targetGroups: { app: { port: 53, protocol: TargetProtocol.Udp, preserveClientIp: false } },
        listeners: [{ port: 53, protocol: NetworkProtocol.Udp }],
      },
      mistakes: [
        "targetGroups.app.preserveClientIp is false, but must be left out with protocol UDP, " +
          "whose targets always see the client's address; leave it out.",
      ],
    },
    {
      it: "refuses QUIC beside security groups, dualstack and UDP",
      change: {
        ipAddressType: NetworkAddressType.Dualstack,
        sources: {},
        targetGroups: {
          app: { port: 443, protocol: TargetProtocol.Quic },
          dns: {
            port: 53,
            protocol: TargetProtocol.Udp,
            targetType: TargetType.Ip,
            ipAddressType: AddressFamily.Ipv6,
          },
        },
        listeners: [
          { port: 443, protocol: NetworkProtocol.Quic, forward: "app" },
          { port: 53, protocol: NetworkProtocol.Udp, forward: "dns" },
        ],
      },
      mistakes: [
        "sources is {}, but must be left out with a QUIC listener, which AWS does not allow on a load balancer with " +
          "security groups; restrict clients in the targets' security groups.",
        'ipAddressType is "dualstack", but must be "ipv4" with a QUIC listener; ' +
          "leave it out or put QUIC on a load balancer of its own.",
        'listeners is ["QUIC","UDP"], but must be at most one of QUIC and TCP_QUIC, and none of UDP and TCP_UDP beside it; ' +
          "put QUIC on a load balancer of its own.",
      ],
    },
    {
      it: "refuses UDP to IPv4 targets on dualstack",
      change: {
        ipAddressType: NetworkAddressType.Dualstack,
        targetGroups: { app: { port: 53, protocol: TargetProtocol.Udp } },
        listeners: [{ port: 53, protocol: NetworkProtocol.Udp }],
      },
      mistakes: [
        'targetGroups.app.ipAddressType is missing, but must be "ipv6" behind a UDP listener of a dualstack load balancer; ' +
          "register IPv6 addresses or speak IPv4 only.",
      ],
    },
    {
      it: "refuses Elastic IP addresses on an internal load balancer",
      change: { elasticIps: true, internal: true, sources: {} },
      mistakes: ["elasticIps is true, but must be left out when internal; use privateIpv4Address in subnetMappings."],
    },
    {
      it: "refuses group stickiness, which only Application Load Balancers have",
      change: {
        targetGroups: { blue: { port: 1 }, green: { port: 1 } },
        listeners: [
          {
            port: 1,
            weightedForward: {
              targets: [
                { targetGroup: "blue", weight: 1 },
                { targetGroup: "green", weight: 1 },
              ],
              stickinessSeconds: 60,
            },
          },
        ],
      },
      mistakes: [
        "listeners[0].weightedForward.stickinessSeconds is 60, but must be left out on a Network Load Balancer; " +
          "remove it: a connection stays with its target anyway.",
      ],
    },
    {
      it: "refuses an endpoint service that everyone could connect to unasked",
      change: { endpointService: { allowedPrincipals: ["*"], acceptAutomatically: true } },
      mistakes: [
        'endpointService.acceptAutomatically is true, but must be left out with "*" among allowedPrincipals, or every AWS ' +
          "account could connect unasked; list the accounts that may, or accept each endpoint.",
      ],
    },
  ];
  for (const test of cases) {
    it(test.it, async () => {
      assert.deepEqual(await mistakes(() => edge(test.change)), test.mistakes);
    });
  }

  it("refuses a port on which the Application Load Balancer does not listen", async () => {
    assert.deepEqual(await behindMistakes({ targetGroups: { web: { port: 8080 } } }), [
      "targetGroups.web.port is 8080, but must be the port of a listener of the Application Load Balancer: 443, 80; " +
        "pass one of its ports or add a listener to it.",
    ]);
  });

  it("refuses an Application Load Balancer of another VPC, and one that crosses zones differently", async () => {
    const other = { vpcId: "vpc-2" };
    assert.deepEqual(await behindMistakes({ crossZone: false }, other), [
      'targetGroups.web.albTarget.vpcId is "vpc-2", but must be the Network Load Balancer\'s own VPC, vpc-1; ' +
        "put both load balancers into one VPC.",
      "targetGroups.web.albTarget.crossZone is true, but must be the Network Load Balancer's own setting, false; " +
        "set crossZone alike on both: unequal, requests fail now and then.",
    ]);
  });

  it("refuses TLS in front of an Application Load Balancer, and what is fixed for one", async () => {
    const problems = await behindMistakes({
      certificate: { certificateArn: CERTIFICATE },
      targetGroups: { web: { port: 443, deregistrationDelaySeconds: 10 } },
      listeners: [{ port: 443, protocol: NetworkProtocol.Tls }],
    });
    assert.deepEqual(problems, [
      "targetGroups.web.deregistrationDelaySeconds is 10, but must be left out: it is fixed for a load balancer as target; " +
        "remove it.",
      'listeners[0].protocol is "TLS", but must be TCP, because target group "web" is an Application Load Balancer; ' +
        "let the Application Load Balancer end TLS.",
    ]);
  });
});
