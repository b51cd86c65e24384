import {
  ApplicationLoadBalancer,
  type ApplicationLoadBalancerArgs,
  KeyAlgorithm,
  NetworkLoadBalancer,
  type NetworkLoadBalancerArgs,
  NetworkProtocol,
} from "@groundwork/load-balancing";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const config = new pulumi.Config("names");

/** What an edit gives load balancers instead of what they have; null takes an argument, or the load balancer, away. */
const edits = config.getObject<Record<string, object | null>>("edits") ?? {};

/** The arguments of a load balancer after the edit; undefined where the edit removes it. */
function edited<T extends object>(name: string, args: T): T | undefined {
  const edit = edits[name];
  const all = Object.entries({ ...args, ...edit }).filter(([, value]) => value !== null);
  return edit === null ? undefined : (Object.fromEntries(all) as T);
}

const place = {
  vpcId: "vpc-1",
  subnetIds: ["subnet-1", "subnet-2"],
  internal: true,
  sources: { office: { cidrIpv4: "10.0.0.0/8" } },
  targetGroups: { app: { port: 8443 } },
  deletionProtection: false,
  logs: { access: false, connections: false, healthChecks: false },
};

function application(name: string, args: Partial<ApplicationLoadBalancerArgs>) {
  const all = edited(name, { ...place, ...args });
  return all && new ApplicationLoadBalancer(name, all);
}

function network(name: string, args: Partial<NetworkLoadBalancerArgs>) {
  const listeners = [{ port: 443, protocol: NetworkProtocol.Tls }];
  const all = edited(name, { ...place, listeners, ...args });
  return all && new NetworkLoadBalancer(name, all);
}

const hostedZoneId = "Z1";
const www = { name: "www.example.com", hostedZoneId };
const apex = { name: "example.com", hostedZoneId };

/** How a name leads to the second load balancer instead of the first: as one that was `moved`, or `anew`. */
const leads = config.get("leads");
const web = application("web", {
  certificate: { domainName: www.name, alternativeNames: [apex.name], hostedZoneId },
  aliases: leads === undefined ? [www, apex] : [apex],
});

// Its certificate is proven by the record that proves the alternative name above.
const led = leads === "moved" && web !== undefined ? { ...www, movedFrom: web.urn } : www;
application("twin", {
  certificate: { domainName: "*.example.com", hostedZoneId, keyAlgorithm: KeyAlgorithm.EcPrime256 },
  aliases: [{ name: "app.example.com", hostedZoneId }, ...(leads === undefined ? [] : [led])],
});

// Its certificate is the same name's as the first one's.
network("edge", {
  certificate: { domainName: www.name, hostedZoneId },
  aliases: [{ name: "db.example.com", hostedZoneId, routing: { setIdentifier: "edge", weight: 10 } }],
});

/** A zone of another account, and the role by which load balancers write it. */
const account = "arn:aws:iam::222233334444:role";
const owner = new aws.Provider("owner", { region: "eu-central-1", assumeRoles: [{ roleArn: `${account}/owner` }] });
const elsewhere = new aws.route53.Zone("elsewhere", { name: "example.org" }, { provider: owner });
application("far", {
  domain: {
    name: "www.example.org",
    hostedZoneId: elsewhere.zoneId,
    hostedZoneRoleArn: `${account}/${config.get("role") ?? "names"}`,
    alternativeNames: [{ name: "org.example.com", hostedZoneId }],
    // The zone can only be deleted with them.
    deleteValidationRecords: true,
  },
});
