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

/** Where a load balancer is: a VPC with a subnet in each zone, each with a way to the internet. */
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
  const gateway = new aws.ec2.InternetGateway(`${name}-gateway`, { vpcId: vpc.id });
  const table = new aws.ec2.RouteTable(`${name}-table`, { vpcId: vpc.id });
  const route = new aws.ec2.Route(
    `${name}-route`,
    { routeTableId: table.id, destinationCidrBlock: "0.0.0.0/0", gatewayId: gateway.id },
    // What faces the internet holds the gateway: it goes first.
    { dependsOn: [gateway] },
  );
  const subnetIds = subnets.map((subnet, index) => {
    const { subnetId } = new aws.ec2.RouteTableAssociation(
      `${name}-${index}`,
      { routeTableId: table.id, subnetId: subnet.id },
      { dependsOn: [route] },
    );
    return subnetId.apply((id) => id ?? "");
  });
  return { vpcId: vpc.id, subnetIds };
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
