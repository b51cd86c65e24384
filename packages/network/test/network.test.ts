import * as assert from "node:assert/strict";
import * as ec2 from "@pulumi/aws/ec2";
import { NatGateways, Network } from "@groundwork/network";
import {
  formerNames,
  inputsOf,
  made,
  mistakes,
  named,
  names,
  record,
  type Recorded,
  refused,
  waitsFor,
} from "@groundwork/core/testing";

const PLACE = { accountId: "111122223333", region: "eu-west-1" };
const ARGS = { place: PLACE, cidr: "10.0.0.0/16", zones: ["eu-west-1a", "eu-west-1b"] };

describe("Network", () => {
  let resources: Recorded[];

  before(async () => {
    resources = await record(() => new Network("main", ARGS));
  });

  it("makes a public and a private subnet in each zone, and a way out in each", () => {
    assert.deepEqual(made(resources), [
      ["network:index:Network", "main"],
      ["aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "main-default-security-group"],
      ["aws:ec2/internetGateway:InternetGateway", "main-internet-gateway"],
      ["aws:ec2/route:Route", "main-private-eu-west-1a-default-route"],
      ["aws:ec2/routeTable:RouteTable", "main-private-eu-west-1a-route-table"],
      ["aws:ec2/routeTableAssociation:RouteTableAssociation", "main-private-eu-west-1a-route-table-association"],
      ["aws:ec2/subnet:Subnet", "main-private-eu-west-1a-subnet"],
      ["aws:ec2/route:Route", "main-private-eu-west-1b-default-route"],
      ["aws:ec2/routeTable:RouteTable", "main-private-eu-west-1b-route-table"],
      ["aws:ec2/routeTableAssociation:RouteTableAssociation", "main-private-eu-west-1b-route-table-association"],
      ["aws:ec2/subnet:Subnet", "main-private-eu-west-1b-subnet"],
      ["aws:ec2/route:Route", "main-public-default-route"],
      ["aws:ec2/eip:Eip", "main-public-eu-west-1a-elastic-ip"],
      ["aws:ec2/natGateway:NatGateway", "main-public-eu-west-1a-nat-gateway"],
      ["aws:ec2/routeTableAssociation:RouteTableAssociation", "main-public-eu-west-1a-route-table-association"],
      ["aws:ec2/subnet:Subnet", "main-public-eu-west-1a-subnet"],
      ["aws:ec2/eip:Eip", "main-public-eu-west-1b-elastic-ip"],
      ["aws:ec2/natGateway:NatGateway", "main-public-eu-west-1b-nat-gateway"],
      ["aws:ec2/routeTableAssociation:RouteTableAssociation", "main-public-eu-west-1b-route-table-association"],
      ["aws:ec2/subnet:Subnet", "main-public-eu-west-1b-subnet"],
      ["aws:ec2/routeTable:RouteTable", "main-public-route-table"],
      ["aws:ec2/vpcEndpoint:VpcEndpoint", "main-s3-endpoint"],
      ["aws:ec2/vpc:Vpc", "main-vpc"],
    ]);
    assert.deepEqual(inputsOf(resources, "main-vpc"), {
      cidrBlock: "10.0.0.0/16",
      enableDnsSupport: true,
      enableDnsHostnames: true,
      tags: { Name: "main" },
    });
    assert.deepEqual(inputsOf(resources, "main-private-eu-west-1b-subnet"), {
      vpcId: "main-vpc-id",
      availabilityZone: "eu-west-1b",
      cidrBlock: "10.0.16.0/20",
      mapPublicIpOnLaunch: false,
      tags: { Name: "main-private-eu-west-1b" },
    });
  });

  it("keeps what is deployed under the names of earlier versions", async () => {
    const one = await record(() => new Network("main", { ...ARGS, flowLogs: { retentionDays: 30 } }));
    const renamed = Object.entries(formerNames(one)).filter(([name]) => !name.includes("eu-west-1b"));
    assert.deepEqual(Object.fromEntries(renamed), {
      "main-flow-logs-log-group": ["main-flow-logs-group"],
      "main-private-eu-west-1a-route-table": ["main-private-eu-west-1a-routes"],
      "main-private-eu-west-1a-route-table-association": ["main-private-eu-west-1a-association"],
      "main-private-eu-west-1a-subnet": ["main-private-eu-west-1a"],
      "main-public-eu-west-1a-elastic-ip": ["main-nat-eu-west-1a-address"],
      "main-public-eu-west-1a-nat-gateway": ["main-nat-eu-west-1a"],
      "main-public-eu-west-1a-route-table-association": ["main-public-eu-west-1a-association"],
      "main-public-eu-west-1a-subnet": ["main-public-eu-west-1a"],
      "main-public-route-table": ["main-public-routes"],
    });
  });

  it("gives no address to whoever is launched in a public subnet without asking for one", () => {
    assert.deepEqual(inputsOf(resources, "main-public-eu-west-1b-subnet"), {
      vpcId: "main-vpc-id",
      availabilityZone: "eu-west-1b",
      cidrBlock: "10.0.144.0/20",
      mapPublicIpOnLaunch: false,
      tags: { Name: "main-public-eu-west-1b" },
    });
  });

  it("takes every rule from the default security group, because whatever names no group gets it", () => {
    assert.deepEqual(inputsOf(resources, "main-default-security-group"), {
      vpcId: "main-vpc-id",
      ingress: [],
      egress: [],
      tags: { Name: "main-default-closed" },
    });
  });

  it("leads each private subnet out through its own zone, so that a zone that fails takes no other along", () => {
    assert.deepEqual(inputsOf(resources, "main-private-eu-west-1b-default-route"), {
      routeTableId: "main-private-eu-west-1b-route-table-id",
      destinationCidrBlock: "0.0.0.0/0",
      natGatewayId: "main-public-eu-west-1b-nat-gateway-id",
    });
    assert.deepEqual(inputsOf(resources, "main-private-eu-west-1b-route-table-association"), {
      subnetId: "main-private-eu-west-1b-subnet-id",
      routeTableId: "main-private-eu-west-1b-route-table-id",
    });
    assert.deepEqual(inputsOf(resources, "main-public-eu-west-1b-nat-gateway"), {
      allocationId: "main-public-eu-west-1b-elastic-ip-allocation",
      subnetId: "main-public-eu-west-1b-subnet-id",
      tags: { Name: "main-nat-eu-west-1b" },
    });
  });

  it("leads every private subnet out through one zone where one NAT gateway is asked for", async () => {
    const resources = await record(() => new Network("main", { ...ARGS, natGateways: NatGateways.Single }));
    assert.deepEqual(names(resources, "aws:ec2/natGateway:NatGateway"), ["main-public-eu-west-1a-nat-gateway"]);
    for (const zone of ARGS.zones) {
      const route = inputsOf(resources, `main-private-${zone}-default-route`);
      assert.equal(route["natGatewayId"], "main-public-eu-west-1a-nat-gateway-id");
    }
  });

  it("lets nothing start in a subnet that has no way out yet", async () => {
    const inside = await record(() => {
      const network = new Network("main", ARGS);
      new ec2.NetworkInterface("public", { subnetId: network.publicSubnetIds[1]! });
      new ec2.NetworkInterface("private", { subnetId: network.privateSubnetIds[1]! });
    });
    for (const [name, route] of [
      ["public", "main-public-default-route"],
      ["private", "main-private-eu-west-1b-default-route"],
    ] as const) {
      assert.deepEqual(waitsFor(named(inside, name)), [
        route,
        `main-${name}-eu-west-1b-route-table-association`,
        `main-${name}-eu-west-1b-subnet`,
      ]);
    }
  });

  it("makes NAT gateways after the way to the internet, without which they fail", () => {
    assert.deepEqual(waitsFor(named(resources, "main-public-eu-west-1a-nat-gateway")), [
      "main-public-default-route",
      "main-public-eu-west-1a-elastic-ip",
      "main-public-eu-west-1a-route-table-association",
      "main-public-eu-west-1a-subnet",
    ]);
    assert.deepEqual(inputsOf(resources, "main-public-default-route"), {
      routeTableId: "main-public-route-table-id",
      destinationCidrBlock: "0.0.0.0/0",
      gatewayId: "main-internet-gateway-id",
    });
  });

  it("leads all subnets to S3 without a NAT gateway, which would bill each gigabyte", () => {
    assert.deepEqual(inputsOf(resources, "main-s3-endpoint"), {
      vpcId: "main-vpc-id",
      vpcEndpointType: "Gateway",
      serviceName: "com.amazonaws.eu-west-1.s3",
      routeTableIds: [
        "main-public-route-table-id",
        "main-private-eu-west-1a-route-table-id",
        "main-private-eu-west-1b-route-table-id",
      ],
      tags: { Name: "main-s3" },
    });
  });

  it("records traffic where asked, under a role that serves this account's flow logs only", async () => {
    const args = { ...ARGS, flowLogs: { retentionDays: 30 }, tags: { Team: "core" } };
    const resources = await record(() => new Network("main", args));
    assert.deepEqual(inputsOf(resources, "main-flow-logs"), {
      vpcId: "main-vpc-id",
      trafficType: "ALL",
      logDestinationType: "cloud-watch-logs",
      logDestination: "arn:of:main-flow-logs-log-group",
      iamRoleArn: "arn:of:main-flow-logs-role",
      tags: { Name: "main-flow-logs", Team: "core" },
    });
    assert.deepEqual(waitsFor(named(resources, "main-flow-logs")), [
      "main-flow-logs-log-group",
      "main-flow-logs-policy",
      "main-flow-logs-role",
      "main-vpc",
    ]);
    assert.deepEqual(inputsOf(resources, "main-flow-logs-log-group"), {
      retentionInDays: 30,
      tags: { Name: "main-flow-logs", Team: "core" },
    });
    const trust = inputsOf(resources, "main-flow-logs-role")["assumeRolePolicy"] as string;
    assert.deepEqual(JSON.parse(trust), {
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "vpc-flow-logs.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: {
            StringEquals: { "aws:SourceAccount": "111122223333" },
            ArnLike: { "aws:SourceArn": "arn:aws:ec2:eu-west-1:111122223333:vpc-flow-log/*" },
          },
        },
      ],
    });
    const { role, policy } = inputsOf(resources, "main-flow-logs-policy");
    assert.equal(role, "main-flow-logs-role-id");
    assert.deepEqual(JSON.parse(policy as string), {
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Action: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"],
          Resource: "arn:of:main-flow-logs-log-group:*",
        },
        { Effect: "Allow", Action: "logs:DescribeLogGroups", Resource: "*" },
      ],
    });
  });

  it("refuses a network that AWS would refuse, with every reason at once and before anything is registered", async () => {
    const place = { accountId: "1", region: "eu-west-1" };
    const args = { place, cidr: "10.0.0.0/15", zones: ["eu-west-1"], flowLogs: { retentionDays: 31 } };
    assert.deepEqual(await refused(() => new Network("main", args)), [
      'place.accountId is "1"',
      'cidr is "10.0.0.0/15"',
      'zones is ["eu-west-1"]',
      'zones is ["eu-west-1"]',
      "flowLogs.retentionDays is 31",
    ]);
  });

  for (const [reason, { zones, expected }] of Object.entries({
    "one zone twice": { zones: ["eu-west-1a", "eu-west-1a"], expected: "different zones; name each zone once." },
    "a zone of another Region": {
      zones: ["eu-west-1a", "eu-central-1a"],
      expected: "zones of eu-west-1; name zones of its Region, and make one network for each Region.",
    },
    "seven zones": {
      zones: ["a", "b", "c", "d", "e", "f", "g"].map((letter) => `eu-west-1${letter}`),
      expected: "two to six Availability Zones; name at least two zones, so that one may fail.",
    },
  })) {
    it(`refuses ${reason}`, async () => {
      const [problem, ...others] = await mistakes(() => new Network("main", { ...ARGS, zones }));
      assert.equal(problem, `zones is ${JSON.stringify(zones)}, but must be ${expected}`);
      assert.deepEqual(others, []);
    });
  }
});
