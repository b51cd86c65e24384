import { join } from "node:path";
import { Volume } from "@pulumi/aws/ebs";
import { Role } from "@pulumi/aws/iam";
import { Function as LambdaFunction } from "@pulumi/aws/lambda";
import { Config } from "@pulumi/pulumi";
import { EncryptionKey, KeyService } from "@groundwork/encryption";
import { InstanceFleet } from "@groundwork/instance-fleet";
import { ApplicationLoadBalancer } from "@groundwork/load-balancing";
import { bundleFunction } from "@groundwork/load-balancing/bundle";
import { Network } from "@groundwork/network";

const place = { accountId: "111122223333", region: "eu-west-1" };
const network = new Network("main", { place, cidr: "10.0.0.0/16", zones: ["eu-west-1a", "eu-west-1b"] });
const key = new EncryptionKey("volumes", { place, description: "Volumes", services: [KeyService.AutoScaling] });
const role = new Role("status", {
  assumeRolePolicy: {
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
  },
});
const status = new LambdaFunction("status", {
  role: role.arn,
  runtime: "nodejs22.x",
  handler: "index.handler",
  code: bundleFunction(join(__dirname, "handler.ts")),
});
const loadBalancer = new ApplicationLoadBalancer("web", {
  vpcId: network.vpcId,
  subnetIds: network.publicSubnetIds,
  certificate: { certificateArn: "arn:aws:acm:eu-west-1:111122223333:certificate/1" },
  targetGroups: { web: { port: 8443 }, status: { lambdaTarget: { functionArn: status.arn } } },
  listeners: [
    {
      port: 443,
      defaultAction: { forward: "web" },
      rules: [{ name: "status", conditions: { paths: ["/status"] }, action: { forward: "status" } }],
    },
  ],
});
const fleet = new InstanceFleet("web", {
  place,
  vpcId: network.vpcId,
  subnetIds: network.privateSubnetIds,
  image: { parameter: "/golden-ami/web/approved" },
  instanceType: "m7g.large",
  keyArn: key.keyArn,
  minSize: 2,
  maxSize: 4,
  targetGroupArns: [loadBalancer.targetGroupArn("web")],
  ingress: { "load-balancer": { port: 8443, sourceSecurityGroupId: loadBalancer.securityGroupId } },
});

if (new Config().getBoolean("unencryptedVolume") === true) {
  new Volume("unencrypted", { availabilityZone: "eu-west-1a", size: 8 });
}

export const dnsName = loadBalancer.dnsName;
export const autoScalingGroupName = fleet.autoScalingGroupName;
