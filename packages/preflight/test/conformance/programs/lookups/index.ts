import * as pulumi from "@pulumi/pulumi";
import * as aws from "@pulumi/aws";

export = async () => {
  const caller = await aws.getCallerIdentity({});
  const zones = aws.getAvailabilityZonesOutput({ state: "available" });
  const dublin = new aws.Provider("dublin", { region: "eu-west-1" });
  const elsewhere = aws.getAvailabilityZonesOutput({ state: "available", region: "eu-west-1" }, { provider: dublin });
  const topic = new aws.sns.Topic("topic", { displayName: caller.accountId });
  const later = aws.sns.getTopicOutput({ name: topic.name });
  const ordered = aws.getAvailabilityZonesOutput({ state: "available" }, { dependsOn: [topic] });
  const vpc = aws.ec2.Vpc.get("vpc", "vpc-12345678");
  const child = aws.ec2.Subnet.get("subnet", "subnet-12345678", undefined, { parent: topic, dependsOn: [topic] });
  const unknown = aws.ec2.Vpc.get("unknown", pulumi.interpolate`vpc-${topic.id}`);
  const producer = new pulumi.StackReference("organization/producer/dev");

  new aws.ec2.Subnet("first", {
    vpcId: vpc.id,
    cidrBlock: vpc.cidrBlock,
    availabilityZone: zones.apply((found) => found.names[0] ?? ""),
  });
  new aws.ec2.Subnet("second", {
    vpcId: child.vpcId,
    cidrBlock: "10.0.1.0/24",
    availabilityZone: elsewhere.apply((found) => found.names[0] ?? ""),
    tags: { Later: later.arn, Ordered: ordered.apply((found) => found.names[1] ?? "") },
  });
  new aws.ec2.Subnet("third", { vpcId: unknown.id, cidrBlock: unknown.cidrBlock });
  new aws.ec2.Subnet("fourth", {
    vpcId: producer.requireOutput("vpcId"),
    cidrBlock: producer.getOutput("cidr"),
    tags: {
      Missing: producer.getOutput("missing"),
      Secret: producer.getOutput("token"),
      Open: producer.getOutput("vpcId"),
      Value: pulumi.interpolate`${await producer.getOutputValue("cidr")}`,
    },
  });

  const found = aws.secretsmanager.getSecretVersionOutput({ secretId: "database" });
  const parameter = await aws.ssm.getParameter({ name: "/database" }, { provider: dublin });
  new aws.ssm.Parameter("copy", {
    type: "SecureString",
    value: found.secretString,
    description: pulumi.interpolate`${parameter.arn} ${found.secretId}`,
  });
  new aws.ssm.Parameter("other", {
    type: "SecureString",
    value: pulumi.secret((await producer.getOutputDetails("token")).secretValue as string),
  });

  return {
    account: caller.accountId,
    subnets: producer.getOutput("subnets"),
    token: producer.getOutput("token"),
    zones: zones.names,
    later: later.arn,
  };
};
