import { approvedImage, assumeRolePolicy, Checks } from "@groundwork/core";

const checks = new Checks("Fleet", "web");
checks.range("maxSize", 4, 1, 1000, "instances");
checks.count("subnetIds", ["subnet-a", "subnet-b"], 2, 6, "two to six subnets", "pass one of each zone");
// One error with every mistake, if there is any.
checks.done();

export const imageId = approvedImage("web");
export const instanceTrust = assumeRolePolicy("ec2");
