import {
  ApplicationLoadBalancer,
  ApplicationProtocol,
  type AutoScalingGroupTargetArgs,
  NetworkLoadBalancer,
} from "@groundwork/load-balancing";
import * as aws from "@pulumi/aws";

/** The program whose picture the README shows: static addresses in front of routing, two versions and a function. */
export function example(): void {
  const [blue, green, account] = ["shop-blue", "shop-green", "account"].map(scaling) as [Target, Target, Target];
  const web = new ApplicationLoadBalancer("web", {
    vpcId: "vpc-1",
    subnetIds: ["subnet-1", "subnet-2"],
    internal: true,
    sources: {},
    certificate: { certificateArn: "arn:aws:acm:eu-west-1:111122223333:certificate/1" },
    blueGreen: {
      shop: {
        blue: { port: 8443, autoScalingGroups: { blue } },
        green: { port: 8443, autoScalingGroups: { green } },
        greenWeight: 10,
      },
    },
    targetGroups: {
      reports: { lambdaTarget: { functionArn: "arn:aws:lambda:eu-west-1:111122223333:function:reports" } },
      account: {
        port: 9443,
        autoScalingGroups: { account },
        stickiness: { applicationCookie: { name: "SESSION" } },
      },
    },
    listeners: [
      {
        port: 443,
        defaultAction: { forward: "shop" },
        rules: [
          {
            name: "testers",
            conditions: { headers: [{ name: "X-Version", values: ["green"] }] },
            action: { forward: "shop-green" },
          },
          {
            name: "account",
            conditions: { hosts: ["account.example.com"], paths: ["/me/*"] },
            action: { forward: "account" },
          },
          { name: "reports", conditions: { paths: ["/reports/*"] }, action: { forward: "reports" } },
        ],
      },
      { port: 80, protocol: ApplicationProtocol.Http },
    ],
  });
  new NetworkLoadBalancer("edge", {
    vpcId: "vpc-1",
    subnetIds: ["subnet-1", "subnet-2"],
    elasticIps: true,
    targetGroups: { web: { port: 443, albTarget: web.asTarget() } },
    listeners: [{ port: 443 }],
  });
}

type Target = AutoScalingGroupTargetArgs;

/** An Auto Scaling group as target; of an `InstanceFleet`, `asTarget()` answers this. */
function scaling(name: string): Target {
  const group = new aws.autoscaling.Group(name, { minSize: 2, maxSize: 6, healthCheckType: "ELB" });
  return { autoScalingGroupName: group.name };
}
