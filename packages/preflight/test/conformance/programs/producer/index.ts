import * as pulumi from "@pulumi/pulumi";

export const vpcId = "vpc-87654321";
export const cidr = "10.1.0.0/24";
export const subnets = ["subnet-1", "subnet-2"];
export const token = pulumi.secret("of-the-producer");
