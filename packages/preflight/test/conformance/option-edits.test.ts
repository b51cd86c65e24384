import { each } from "./harness/change";
import { type Edit, itEdits } from "./harness/edits";
import { describeEngine } from "./harness/suite";

const OTHER_ACL = "arn:aws:wafv2:eu-central-1:123456789012:regional/webacl/two/2";
const ASSOCIATION = "web-web-acl-association";
const THIRD = ["subnet-1", "subnet-2", "subnet-3"];
const TLS = [{ port: 443 }, { port: 8443, protocol: "TLS" }];
const NOTHING = { access: false, connections: false, healthChecks: false };

/** The parts of a log bucket that stand before AWS may write to it. */
const WRITABLE = ["", "-encryption", "-public-access-block", "-policy"];
/** What is in a VPC: the load balancer with what serves there, and what guards it. */
const SERVING = ["web-load-balancer", "web-app-target-group", "web-443-listener"];
const GUARDS = ["web-security-group", "web-ingress-tcp-443-anywhere-ipv4", "web-egress-tcp-8443-anywhere-ipv4"];

const sticky = (name: string) => ({ app: { port: 8443, stickiness: { applicationCookie: { name } } } });
const forward = (weights: number[], stickinessSeconds?: number) => ({
  targetGroups: { app: { port: 8443 }, next: { port: 8443 } },
  listeners: [
    {
      port: 443,
      defaultAction: {
        weightedForward: {
          targets: weights.map((weight, index) => ({ targetGroup: index === 0 ? "app" : "next", weight })),
          stickinessSeconds,
        },
      },
    },
  ],
});

const edits: Edit[] = [
  {
    does: "exchanges a web ACL, letting go of the old one first, because AWS is told the load balancer alone",
    of: "application",
    to: { webAclArn: OTHER_ACL },
    steps: [[`delete-replaced ${ASSOCIATION}`], [`create-replacement ${ASSOCIATION} webAclArn`]],
    anytime: [`replace ${ASSOCIATION}`],
    state: { [ASSOCIATION]: { webAclArn: OTHER_ACL } },
  },
  {
    does: "removes a web ACL",
    of: "application",
    to: { webAclArn: null },
    steps: [[`delete ${ASSOCIATION}`]],
  },
  {
    does: "adds a web ACL",
    of: "application",
    from: { webAclArn: null },
    steps: [[`create ${ASSOCIATION}`]],
  },
  {
    does: "moves to another VPC, where it has its web ACL once it serves and before it is led to",
    of: "application",
    to: { vpcId: "vpc-2", subnetIds: ["subnet-3", "subnet-4"] },
    steps: [
      each("create-replacement", SERVING),
      [`delete-replaced ${ASSOCIATION}`],
      [`create-replacement ${ASSOCIATION}`],
      ["update web-alias-www.example.com-A"],
      each("delete-replaced", SERVING),
    ],
    anytime: [
      ...each("create-replacement", GUARDS),
      ...each("delete-replaced", GUARDS),
      ...each("replace", [...SERVING, ...GUARDS, ASSOCIATION]),
    ],
    brief: true,
  },
  {
    does: "goes by another cookie",
    of: "application",
    from: { targetGroups: sticky("ONE") },
    to: { targetGroups: sticky("TWO") },
    steps: [["update web-app-target-group stickiness"]],
    state: {
      "web-app-target-group": {
        stickiness: { enabled: true, type: "app_cookie", cookieName: "TWO", cookieDuration: 86400 },
      },
    },
  },
  {
    does: "moves weights, and keeps clients at no target group any more",
    of: "application",
    from: forward([90, 10], 60),
    to: forward([50, 50]),
    steps: [["update web-443-listener defaultActions"]],
  },
  {
    does: "logs nothing any more, and deletes the bucket and its logs where told beforehand",
    of: "application",
    to: { logs: NOTHING },
    steps: [
      ["update web-load-balancer accessLogs connectionLogs healthCheckLogs"],
      each(
        "delete",
        [...WRITABLE.slice(1), "-lifecycle"].map((role) => `web-log-bucket${role}`),
      ),
      ["delete web-log-bucket"],
    ],
  },
  {
    does: "logs again, once the bucket lets the writer in",
    of: "application",
    from: { logs: NOTHING },
    steps: [
      each(
        "create",
        WRITABLE.map((role) => `web-log-bucket${role}`),
      ),
      ["update web-load-balancer accessLogs connectionLogs healthCheckLogs"],
    ],
    anytime: ["create web-log-bucket-lifecycle"],
  },
  {
    does: "speaks IPv6, too",
    of: "application",
    to: { ipAddressType: "dualstack" },
    steps: [
      [
        "update web-load-balancer ipAddressType",
        "create web-ingress-tcp-443-anywhere-ipv6",
        "create web-egress-tcp-8443-anywhere-ipv6",
        "create web-alias-www.example.com-AAAA",
      ],
    ],
  },
  {
    does: "speaks IPv4 alone again",
    of: "application",
    from: { ipAddressType: "dualstack" },
    steps: [
      ["update web-load-balancer ipAddressType"],
      [
        "delete web-ingress-tcp-443-anywhere-ipv6",
        "delete web-egress-tcp-8443-anywhere-ipv6",
        "delete web-alias-www.example.com-AAAA",
      ],
    ],
    state: { "web-load-balancer": { ipAddressType: "ipv4" } },
  },
  {
    does: "takes security groups that exist, and deletes its own once it has left it",
    of: "application",
    to: { securityGroupIds: ["sg-1", "sg-2"] },
    steps: [
      ["update web-load-balancer securityGroups"],
      ["delete web-ingress-tcp-443-anywhere-ipv4", "delete web-egress-tcp-8443-anywhere-ipv4"],
      ["delete web-security-group"],
    ],
    state: { "web-load-balancer": { securityGroups: ["sg-1", "sg-2"] } },
  },
  {
    does: "gains a zone",
    of: "application",
    to: { subnetIds: THIRD },
    steps: [["update web-load-balancer subnets"]],
  },
  {
    does: "gains a listener",
    of: "application",
    to: { listeners: [{ port: 443 }, { port: 80, protocol: "HTTP" }] },
    steps: [["create web-80-listener", "create web-ingress-tcp-80-anywhere-ipv4"]],
  },
  {
    does: "loses a listener",
    of: "application",
    from: { listeners: [{ port: 443 }, { port: 80, protocol: "HTTP" }] },
    steps: [["delete web-80-listener", "delete web-ingress-tcp-80-anywhere-ipv4"]],
  },
  {
    does: "takes off its protection from deletion",
    of: "application",
    from: { deletionProtection: true },
    steps: [["update web-load-balancer enableDeletionProtection"]],
  },
  {
    does: "gains a TLS listener, and with it logs, for AWS logs nothing else",
    of: "network",
    to: { listeners: TLS },
    steps: [
      each(
        "create",
        WRITABLE.map((role) => `edge-log-bucket${role}`),
      ),
      ["update edge-load-balancer accessLogs"],
      ["create edge-8443-listener"],
    ],
    anytime: ["create edge-log-bucket-lifecycle", "create edge-ingress-tcp-8443-anywhere-ipv4"],
  },
  {
    does: "gains a zone and a static address in it, before the others, and keeps those",
    of: "network",
    from: { elasticIps: true },
    to: { elasticIps: true, subnetIds: [...THIRD].reverse() },
    steps: [["create edge-elastic-ip-subnet-3"], ["update edge-load-balancer subnetMappings"]],
  },
  {
    does: "keeps its static addresses where its subnets are named in another order",
    of: "network",
    from: { elasticIps: true },
    to: { elasticIps: true, subnetIds: ["subnet-2", "subnet-1"] },
    steps: [],
  },
  {
    does: "takes other security groups",
    of: "network",
    to: { securityGroupIds: ["sg-1"] },
    steps: [
      ["update edge-load-balancer securityGroups"],
      ["delete edge-ingress-tcp-443-anywhere-ipv4", "delete edge-egress-tcp-8443-anywhere-ipv4"],
      ["delete edge-security-group"],
    ],
  },
];

describeEngine("an edit to a load balancer", () => {
  itEdits("edits-options", edits);
});
