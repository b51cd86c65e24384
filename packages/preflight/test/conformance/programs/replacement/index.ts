import {
  ApplicationLoadBalancer,
  ApplicationProtocol,
  NetworkLoadBalancer,
  type ProtocolVersion,
  type TargetProtocol,
} from "@groundwork/load-balancing";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const application = new pulumi.Config("application");
const network = new pulumi.Config("network");

/** Where a load balancer is: a VPC with a subnet in each zone. */
function place(name: string, range: string, zones: string[]) {
  const vpc = new aws.ec2.Vpc(name, { cidrBlock: `${range}.0.0/16` });
  const subnets = zones.map(
    (zone, index) =>
      new aws.ec2.Subnet(`${name}-${zone}`, {
        vpcId: vpc.id,
        availabilityZone: `eu-central-1${zone}`,
        cidrBlock: `${range}.${index}.0/24`,
      }),
  );
  return { vpcId: vpc.id, subnetIds: subnets.map((subnet) => subnet.id) };
}

const here = place("here", "10.0", ["a", "b"]);
// One zone more: where a Network Load Balancer only gains subnets, AWS's provider does not think of replacing it.
const there = place("there", "10.1", ["a", "b", "c"]);

/** Gives target groups a name that stays, which the components let nobody do. */
const named: pulumi.ResourceTransformation = ({ type, props, opts }) => {
  const name = application.get("fixedName");
  return name !== undefined && type === "aws:lb/targetGroup:TargetGroup"
    ? { props: { ...props, name }, opts }
    : undefined;
};

new ApplicationLoadBalancer(
  "web",
  {
    ...(application.getBoolean("moved") ? there : here),
    certificate: { certificateArn: "arn:aws:acm:eu-central-1:123456789012:certificate/web" },
    targetGroups: {
      app: {
        port: application.requireNumber("port"),
        protocol: application.require<TargetProtocol>("protocol"),
        protocolVersion: application.require<ProtocolVersion>("protocolVersion"),
      },
    },
    listeners: [
      {
        port: 443,
        defaultAction: { forward: "app" },
        rules: [{ name: "api", conditions: { paths: ["/api/*"] }, action: { forward: "app" } }],
      },
      { port: 80, protocol: ApplicationProtocol.Http },
    ],
    aliases: [{ name: "www.example.com", hostedZoneId: "Z1" }],
    deletionProtection: false,
  },
  { transformations: [named] },
);

new NetworkLoadBalancer("edge", {
  ...(network.getBoolean("moved") ? there : here),
  targetGroups: { app: { port: network.requireNumber("port"), protocol: network.require<TargetProtocol>("protocol") } },
  listeners: [{ port: 443 }],
  aliases: [{ name: "db.example.com", hostedZoneId: "Z1" }],
  deletionProtection: false,
});
