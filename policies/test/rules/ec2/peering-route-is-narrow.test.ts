import rule from "../../../rules/ec2/peering-route-is-narrow";
import { describeRule } from "../../support/table";

const takes = (field: string) => [`${field} takes what is for the world; name the peer's networks as destination.`];

describeRule(rule, [
  {
    it: "fails a route that leads everything to the peer",
    fails: { vpcPeeringConnectionId: "pcx-1", destinationCidrBlock: "0.0.0.0/0" },
    messages: takes("vpcPeeringConnectionId"),
    passes: { "a network": { destinationCidrBlock: "10.0.0.0/16" } },
  },
  {
    it: "fails a table with such a route",
    type: "aws:ec2/routeTable:RouteTable",
    fails: {
      routes: [
        { cidrBlock: "10.0.0.0/16", vpcPeeringConnectionId: "pcx-1" },
        { ipv6CidrBlock: "::/0", vpcPeeringConnectionId: "pcx-1" },
      ],
    },
    messages: takes("routes[1].vpcPeeringConnectionId"),
    passes: { "another way": { routes: [{ ipv6CidrBlock: "::/0", gatewayId: "igw-1" }] } },
  },
]);
