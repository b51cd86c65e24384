import {
  ApplicationLoadBalancer,
  ListenerRules,
  LoadBalancerType,
  NetworkLoadBalancer,
  TargetGroup,
} from "@groundwork/load-balancing";

const place = { vpcId: "vpc-0a1b2c3d4e5f60718", subnetIds: ["subnet-0a1b2c3d4e5f60718", "subnet-1a1b2c3d4e5f60718"] };
const secure = { ...place, certificate: { domainName: "www.example.com", hostedZoneId: "Z0123456789ABCDEFGHIJ" } };
const functionArn = "arn:aws:lambda:eu-west-1:111122223333:function:status";

new ApplicationLoadBalancer("instances", { ...secure, targetGroups: { web: { port: 8443 } } });
new ApplicationLoadBalancer("function", { ...secure, targetGroups: { web: { lambdaTarget: { functionArn } } } });
new ApplicationLoadBalancer("shift", {
  ...secure,
  blueGreen: { web: { blue: { port: 8443 }, green: { port: 8443 }, greenWeight: 10 } },
});
const inner = new ApplicationLoadBalancer("inner", {
  ...secure,
  internal: true,
  sources: {},
  targetGroups: { web: { port: 8443, stickiness: { applicationCookie: { name: "session" } } } },
});
new NetworkLoadBalancer("edge", {
  ...place,
  targetGroups: { inner: { port: 443, albTarget: inner.asTarget() } },
  listeners: [{ port: 443 }],
});
new NetworkLoadBalancer("tcp", { ...place, targetGroups: { app: { port: 443 } }, listeners: [{ port: 443 }] });
new TargetGroup("alone", {
  loadBalancerType: LoadBalancerType.Application,
  vpcId: place.vpcId,
  targetGroup: { port: 8443 },
  loadBalancerSecurityGroupId: "sg-0a1b2c3d4e5f60718",
  targetSecurityGroupId: "sg-1a1b2c3d4e5f60718",
});
new ListenerRules("team", {
  listenerArn:
    "arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/shared/0123456789abcdef/0123456789abcdef",
  loadBalancer: {
    vpcId: place.vpcId,
    dnsName: "shared-1234567890.eu-west-1.elb.amazonaws.com",
    hostedZoneId: "Z32O12XQLNTSW2",
    securityGroupId: "sg-0a1b2c3d4e5f60718",
  },
  priorityBand: { from: 1000, to: 1999 },
  targetGroups: { web: { port: 8443 } },
  targetSecurityGroupId: "sg-1a1b2c3d4e5f60718",
  rules: [{ name: "web", conditions: { hosts: ["team.example.com"] }, action: { forward: "web" } }],
  extraCertificates: { team: { domainName: "team.example.com", hostedZoneId: "Z0123456789ABCDEFGHIJ" } },
  aliases: [{ name: "team.example.com", hostedZoneId: "Z0123456789ABCDEFGHIJ" }],
});
