import { Network } from "@groundwork/network";

const network = new Network("main", {
  cidr: "10.0.0.0/16",
  zones: ["eu-west-1a", "eu-west-1b"],
});

export const privateSubnetIds = network.privateSubnetIds;
