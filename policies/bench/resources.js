"use strict";

const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const TAGS = { Name: "bench", Owner: "platform", CostCentre: "42" };

/** What a program of this scope consists of, again and again: each after those that it comes from. */
const KINDS = [
  ["aws:kms/key:Key", { enableKeyRotation: true, policy: UNKNOWN, description: "bench" }, {}],
  [
    "aws:ebs/volume:Volume",
    { availabilityZone: "eu-west-1a", size: 8, encrypted: true, kmsKeyId: UNKNOWN },
    { kmsKeyId: 1 },
  ],
  ["aws:ec2/securityGroup:SecurityGroup", { description: "bench", vpcId: UNKNOWN }, {}],
  [
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    { securityGroupId: UNKNOWN, ipProtocol: "tcp", fromPort: 443, toPort: 443, cidrIpv4: "10.0.0.0/8" },
    { securityGroupId: 1 },
  ],
  [
    "aws:ec2/launchTemplate:LaunchTemplate",
    {
      imageId: "resolve:ssm:/golden-ami/web/approved",
      instanceType: "t3.small",
      metadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 1 },
      blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { encrypted: "true", volumeType: "gp3", volumeSize: 20 } }],
      vpcSecurityGroupIds: [UNKNOWN],
    },
    { vpcSecurityGroupIds: 2 },
  ],
  [
    "aws:autoscaling/group:Group",
    { minSize: 1, maxSize: 3, launchTemplate: { id: UNKNOWN, version: "$Latest" }, vpcZoneIdentifiers: [UNKNOWN] },
    { launchTemplate: 1 },
  ],
  [
    "aws:ec2/instance:Instance",
    {
      ami: UNKNOWN,
      instanceType: "t3.small",
      rootBlockDevice: { encrypted: true },
      metadataOptions: { httpTokens: "required" },
    },
    { vpcSecurityGroupIds: 4 },
  ],
  [
    "aws:lb/loadBalancer:LoadBalancer",
    { subnets: [UNKNOWN], securityGroups: [UNKNOWN], internal: false },
    { securityGroups: 5 },
  ],
  [
    "aws:lb/listener:Listener",
    {
      loadBalancerArn: UNKNOWN,
      port: 443,
      protocol: "HTTPS",
      sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
      defaultActions: [{ type: "forward", targetGroupArn: UNKNOWN }],
    },
    { loadBalancerArn: 1 },
  ],
  ["aws:lb/targetGroup:TargetGroup", { port: 80, protocol: "HTTP", vpcId: UNKNOWN, healthCheck: { path: "/" } }, {}],
];

/** So many resources; `sources` names those that an input comes from. */
module.exports.resources = (count) => {
  const urns = Array.from(
    { length: count },
    (_, index) => `urn:pulumi:dev::bench::${KINDS[index % KINDS.length][0]}::r${index}`,
  );
  return urns.map((urn, index) => {
    const [type, inputs, back] = KINDS[index % KINDS.length];
    const sources = Object.entries(back).map(([input, steps]) => [input, [urns[index - steps]]]);
    return { type, name: `r${index}`, urn, inputs: { ...inputs, tags: TAGS }, sources: Object.fromEntries(sources) };
  });
};
