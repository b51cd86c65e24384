import * as assert from "node:assert/strict";
import { change, deployOnce } from "./harness/change";
import { having } from "./harness/edits";
import { describeEngine } from "./harness/suite";
import { behaviourOf } from "./provider/behaviour";
import { valuesAt } from "./provider/check-behaviour";
import { plain, type Properties, textOf } from "./provider/values";

/** Why an input that AWS keeps is not always sent: what the resource must be, and what else holds. */
interface Excuse {
  paths: RegExp;
  where?: (inputs: Properties) => boolean;
  because: string;
}

const protocolIn =
  (...protocols: string[]) =>
  (inputs: Properties) =>
    protocols.includes(textOf(inputs, "protocol") ?? "");
const isNetwork = protocolIn("TCP", "TLS", "UDP", "TCP_UDP");
const isApplication = protocolIn("HTTP", "HTTPS");

const EXCUSES: { [token: string]: Excuse[] } = {
  "aws:lb/loadBalancer:LoadBalancer": [
    { paths: /^name(Prefix)?$/, because: "Pulumi names it, and another name is another load balancer" },
    {
      paths: /^subnetMappings$/,
      where: ({ subnets }) => subnets !== undefined,
      because: "the subnets are said without",
    },
    {
      paths: /^enforceSecurityGroup/,
      where: ({ loadBalancerType }) => loadBalancerType === "application",
      because: "only a Network Load Balancer has it, and none becomes the other",
    },
  ],
  "aws:lb/targetGroup:TargetGroup": [
    { paths: /^name(Prefix)?$/, because: "Pulumi names it, and another name is another group" },
    { paths: /^stickiness$/, where: protocolIn("TLS"), because: "a group that speaks TLS never keeps a client" },
    { paths: /^targetFailovers$/, because: "only a Gateway Load Balancer has it" },
    {
      paths: /^(connectionTermination|preserveClientIp|targetHealthStates)$/,
      where: isApplication,
      because: "only a Network Load Balancer has it, and another protocol is another group",
    },
    {
      paths: /^(loadBalancingAlgorithmType|loadBalancingAnomalyMitigation|protocolVersion)$/,
      where: isNetwork,
      because: "only an Application Load Balancer has it, and another protocol is another group",
    },
    {
      paths: /^healthCheck\.(matcher|path)$/,
      where: ({ healthCheck }) => (plain(healthCheck) as Properties)["protocol"] === "TCP",
      because: "a connection is not asked for a page, and the provider refuses both beside TCP",
    },
  ],
  "aws:lb/listener:Listener": [
    { paths: /^tcpIdleTimeoutSeconds$/, where: protocolIn("HTTP", "HTTPS", "TLS", "UDP"), because: "TCP only" },
    { paths: /^(sslPolicy|mutualAuthentication)$/, where: protocolIn("HTTP", "TCP"), because: "HTTPS and TLS only" },
    { paths: /^mutualAuthentication\.advertise/, because: "it is not asked where no certificate is verified" },
    { paths: /^routingHttp/, where: isNetwork, because: "HTTP and HTTPS only" },
    { paths: /^routingHttpRequest/, where: protocolIn("HTTP"), because: "HTTPS only" },
    {
      paths: /^routingHttpResponse(?!ServerEnabled)/,
      because: "the provider sends no empty header: hashicorp/terraform-provider-aws#43042",
    },
    { paths: /\.order$/, because: "AWS's is the place in the list, which is what is meant" },
  ],
  "aws:lb/listenerRule:ListenerRule": [
    { paths: /\.order$/, because: "AWS's is the place in the list, which is what is meant" },
  ],
};

/** Load balancers with something of each kind, and no option that they could do without. */
const PLAIN = {
  application: {
    targetGroups: { app: { port: 8443 }, next: { port: 8443, protocol: "HTTP" } },
    listeners: [
      {
        port: 443,
        requestHeaders: {},
        defaultAction: {
          oidc: {
            issuer: "https://id.example.com",
            authorizationEndpoint: "https://id.example.com/authorize",
            tokenEndpoint: "https://id.example.com/token",
            userInfoEndpoint: "https://id.example.com/userinfo",
            clientId: "web",
            clientSecret: "of-the-web",
          },
          weightedForward: {
            targets: [
              { targetGroup: "app", weight: 1 },
              { targetGroup: "next", weight: 1 },
            ],
          },
        },
        rules: [
          {
            name: "all",
            conditions: { paths: ["/all/*"] },
            action: {
              cognito: { userPoolArn: "arn:aws:cognito-idp:one", userPoolClientId: "web", userPoolDomain: "shop" },
              weightedForward: {
                targets: [
                  { targetGroup: "app", weight: 1 },
                  { targetGroup: "next", weight: 1 },
                ],
              },
            },
          },
          { name: "none", conditions: { paths: ["/none"] }, action: { fixedResponse: { statusCode: 404 } } },
        ],
      },
      { port: 80, protocol: "HTTP" },
    ],
  },
  network: {
    targetGroups: { app: { port: 8443 }, tls: { port: 8443, protocol: "TLS" } },
    listeners: [
      { port: 443, forward: "app" },
      { port: 8443, protocol: "TLS", forward: "tls" },
    ],
  },
};

describeEngine("what AWS keeps where a program leaves it out", () => {
  const deployed = deployOnce("edits-options");

  it("is always sent by the load balancers, or there is a reason why not", async () => {
    const { application, network } = PLAIN;
    const { living } = await change(
      deployed(),
      having("application", application),
      undefined,
      having("network", network),
    );
    const excused = new Set<Excuse>();
    const missing = living.flatMap(({ token, name, inputs }) => {
      const excuses = EXCUSES[token];
      if (excuses === undefined) {
        return [];
      }
      const kept = behaviourOf(token)?.keeps ?? [];
      return kept
        .filter((path) => isBlockGiven(inputs, path) && valuesAt(inputs, path).length === 0)
        .filter((path) => {
          const excuse = excuses.find(({ paths, where }) => paths.test(path) && where?.(inputs) !== false);
          return excuse === undefined || (excused.add(excuse), false);
        })
        .map((path) => `${name} ${path}`);
    });
    assert.deepEqual(missing, []);
    const idle = Object.values(EXCUSES).flat();
    assert.deepEqual(
      idle.filter((excuse) => !excused.has(excuse)).map(({ paths }) => String(paths)),
      [],
      "excuses that nothing needs",
    );
  });
});

/** Whether the block that an input is in is there; an input of no block is in one. */
function isBlockGiven(inputs: Properties, path: string): boolean {
  const block = path.slice(0, Math.max(0, path.lastIndexOf("."))).replace(/\[\]$/, "");
  return block === "" || valuesAt(inputs, block).length > 0;
}
