import * as pulumi from "@pulumi/pulumi";
import * as aws from "@pulumi/aws";

const config = new pulumi.Config();
const vpc = new aws.ec2.Vpc("vpc", { cidrBlock: "10.0.0.0/16" });
const elsewhere = new aws.ec2.Vpc("elsewhere", { cidrBlock: "10.1.0.0/16" });
const subnet = new aws.ec2.Subnet("subnet", { vpcId: vpc.id, cidrBlock: "10.0.0.0/24" });
const loadBalancer = new aws.lb.LoadBalancer("load-balancer", { loadBalancerType: "network", subnets: [subnet.id] });
const targets = new aws.lb.TargetGroup("targets", {
  name: config.get("name"),
  port: config.requireNumber("port"),
  protocol: config.get("protocol") ?? "TCP",
  vpcId: config.getBoolean("elsewhere") ? elsewhere.id : vpc.id,
});
new aws.lb.Listener("listener", {
  loadBalancerArn: loadBalancer.arn,
  port: 443,
  protocol: "TCP",
  defaultActions: [{ type: "forward", targetGroupArn: targets.arn }],
});
