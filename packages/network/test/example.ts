import { Network } from "@groundwork/network";

const network = new Network("main", {
  place: { accountId: "111122223333", region: "eu-west-1" },
  cidr: "10.0.0.0/16",
  zones: ["eu-west-1a", "eu-west-1b"],
});

export const privateSubnetIds = network.privateSubnetIds;
