import * as assert from "node:assert/strict";
import rule from "../../../rules/ec2/route-to-internet-is-narrow";
import { judge, UNKNOWN_VALUE } from "../../support/pack";
import { describeRule } from "../../support/table";

const leads = (field: string) => `${field} leads everything to the internet; lead what must get there another way.`;

describeRule(rule, [
  {
    it: "fails a route that leads everything to an internet gateway",
    fails: { gatewayId: "igw-1", destinationCidrBlock: "0.0.0.0/0" },
    messages: [leads("gatewayId")],
    passes: { "a network": { destinationCidrBlock: "192.0.2.0/24" }, "a VPN's gateway": { gatewayId: "vgw-1" } },
  },
  {
    it: "fails a table with such a route",
    type: "aws:ec2/defaultRouteTable:DefaultRouteTable",
    fails: { routes: { gatewayId: "igw-1", ipv6CidrBlock: "::/0" } },
    messages: [leads("routes[0].gatewayId")],
    passes: { "a NAT gateway": { routes: [{ natGatewayId: "nat-1", cidrBlock: "0.0.0.0/0" }] } },
  },
]);

describe(rule.name, () => {
  it("fails, at the end, a route to an internet gateway that the program makes", async () => {
    const gateway = { type: "aws:ec2/internetGateway:InternetGateway", name: "gateway", inputs: {} };
    const route = {
      type: "aws:ec2/route:Route",
      name: "it",
      inputs: { gatewayId: UNKNOWN_VALUE, destinationCidrBlock: "0.0.0.0/0" },
      sources: { gatewayId: ["gateway"] },
    };
    const settings = { [rule.name]: { enforcementLevel: "mandatory" } };
    assert.deepEqual(await judge([rule], [gateway, route], settings), [`mandatory it: ${leads("gatewayId")} (end)`]);
  });
});
