import * as assert from "node:assert/strict";
import { Account } from "./harness/account";
import { type Living } from "./provider/cloud";
import { type Properties, textOf } from "./provider/values";

const TOKENS = {
  attachment: "aws:lb/targetGroupAttachment:TargetGroupAttachment",
  balancer: "aws:lb/loadBalancer:LoadBalancer",
  bucket: "aws:s3/bucket:Bucket",
  bucketPolicy: "aws:s3/bucketPolicy:BucketPolicy",
  certificate: "aws:acm/certificate:Certificate",
  function: "aws:lambda/function:Function",
  gateway: "aws:ec2/internetGateway:InternetGateway",
  group: "aws:lb/targetGroup:TargetGroup",
  key: "aws:kms/key:Key",
  listener: "aws:lb/listener:Listener",
  nat: "aws:ec2/natGateway:NatGateway",
  permission: "aws:lambda/permission:Permission",
  record: "aws:route53/record:Record",
  role: "aws:iam/role:Role",
  route: "aws:ec2/route:Route",
  routeTable: "aws:ec2/routeTable:RouteTable",
  routeTableAssociation: "aws:ec2/routeTableAssociation:RouteTableAssociation",
  rule: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
  subnet: "aws:ec2/subnet:Subnet",
  validation: "aws:acm/certificateValidation:CertificateValidation",
  vpc: "aws:ec2/vpc:Vpc",
  webAcl: "aws:wafv2/webAclAssociation:WebAclAssociation",
};

describe("what the stand-in refuses to make or delete", () => {
  let account: Account;
  let count = 0;
  beforeEach(() => {
    account = new Account();
  });
  afterEach(() => account.close());

  const make = (kind: keyof typeof TOKENS, inputs: Properties): Living =>
    account.create(TOKENS[kind], `${kind}-${count++}`, inputs);
  const internal = (inputs: Properties = {}): Living =>
    make("balancer", { internal: true, subnets: ["subnet-elsewhere"], ...inputs });

  describe("for want of a way to the internet", () => {
    let vpc: Living;
    let subnet: Living;
    beforeEach(() => {
      vpc = make("vpc", { cidrBlock: "10.0.0.0/16" });
      subnet = make("subnet", { vpcId: vpc.id, cidrBlock: "10.0.0.0/24" });
    });
    const facing = (): Living => make("balancer", { subnets: [subnet.id] });
    const route = (gateway: Living): void => {
      const table = make("routeTable", { vpcId: vpc.id });
      make("route", { routeTableId: table.id, destinationCidrBlock: "0.0.0.0/0", gatewayId: gateway.id });
      make("routeTableAssociation", { routeTableId: table.id, subnetId: subnet.id });
    };

    it("is an internet-facing load balancer before the gateway is attached and the subnet routed to it", () => {
      assert.throws(facing, /^Error: InvalidSubnet: VPC vpc-\w+ has no internet gateway$/);
      const gateway = make("gateway", { vpcId: vpc.id });
      assert.throws(facing, /^Error: InvalidSubnet: subnet-\w+ has no route to an internet gateway$/);
      route(gateway);
      assert.ok(facing());
    });

    it("is no internal load balancer", () => {
      assert.ok(make("balancer", { internal: true, subnets: [subnet.id] }));
    });

    it("is a public NAT gateway, but not a private one", () => {
      assert.throws(() => make("nat", { subnetId: subnet.id, allocationId: "eipalloc-1" }), /Gateway\.NotAttached/);
      assert.ok(make("nat", { subnetId: subnet.id, connectivityType: "private" }));
      make("gateway", { vpcId: vpc.id });
      assert.ok(make("nat", { subnetId: subnet.id, allocationId: "eipalloc-1" }));
    });

    it("keeps the gateway while something has public addresses behind it", () => {
      const gateway = make("gateway", { vpcId: vpc.id });
      route(gateway);
      const balancer = facing();
      assert.throws(() => account.delete(gateway), /DependencyViolation: igw-\w+ cannot be detached/);
      account.delete(balancer);
      account.delete(gateway);
      assert.equal(account.has(gateway), false);
    });
  });

  it("is the deletion of a load balancer that is protected, until an update has lifted that", () => {
    const balancer = internal({ enableDeletionProtection: true });
    assert.throws(() => account.delete(balancer), /OperationNotPermitted: .* has deletion protection enabled/);
    const open = account.update(balancer, { ...balancer.inputs, enableDeletionProtection: false });
    account.delete(open);
    assert.equal(account.has(balancer), false);
  });

  it("is the deletion of a bucket that was logged into, also after the load balancer is gone", () => {
    const bucket = make("bucket", {});
    make("bucketPolicy", { bucket: bucket.id, policy: "{}" });
    const balancer = internal({ accessLogs: { enabled: true, bucket: bucket.id } });
    account.delete(balancer);
    assert.throws(() => account.delete(bucket), /BucketNotEmpty/);
    const tagged = account.update(bucket, { tags: { Name: "logs" } });
    assert.throws(() => account.delete(tagged), /BucketNotEmpty/, "an update leaves what is in it");
    account.delete(account.update(tagged, { forceDestroy: true }));
    assert.equal(account.has(bucket), false);
  });

  it("is a load balancer that may not write to its log bucket", () => {
    const bucket = make("bucket", {});
    const logging = (): Living =>
      make("balancer", { subnets: ["s"], accessLogs: { enabled: true, bucket: bucket.id } });
    assert.throws(logging, /InvalidConfigurationRequest: access denied for bucket/);
    make("bucketPolicy", { bucket: bucket.id, policy: "{}" });
    assert.ok(logging());
  });

  it("is a second target of a group for a function or a load balancer", () => {
    for (const targetType of ["lambda", "alb"]) {
      const group = make("group", { targetType, ...(targetType === "alb" ? { port: 443, protocol: "TCP" } : {}) });
      const first = make("attachment", { targetGroupArn: group.id, targetId: "arn:first" });
      const second = (): Living => make("attachment", { targetGroupArn: group.id, targetId: "arn:second" });
      assert.throws(second, /TooManyTargets/, targetType);
      account.delete(first);
      assert.ok(second());
    }
    const many = make("group", { targetType: "ip", port: 80, protocol: "HTTP", vpcId: "vpc-1" });
    make("attachment", { targetGroupArn: many.id, targetId: "10.0.0.1" });
    assert.ok(make("attachment", { targetGroupArn: many.id, targetId: "10.0.0.2" }));
  });

  it("is a health check that connects, with what one that asks has, its own or kept", () => {
    const place = { targetType: "ip", port: 5432, protocol: "TCP", vpcId: "vpc-1" };
    const connects = { ...place, healthCheck: { protocol: "TCP" } };
    assert.throws(() => make("group", { ...place, healthCheck: { protocol: "TCP", path: "/" } }), /healthCheck\.path/);
    assert.ok(make("group", connects));
    const group = make("group", { ...place, healthCheck: { protocol: "HTTP", path: "/", matcher: "200" } });
    assert.throws(() => account.plan(group, connects), /healthCheck\.path cannot be specified/);
  });

  it("is a function as a target that the load balancer may not invoke", () => {
    const called = make("function", { role: "arn:role", runtime: "nodejs22.x", handler: "index.handler", code: {} });
    const group = make("group", { targetType: "lambda" });
    const target = `arn:aws:lambda:eu-central-1:123456789012:function:${called.id}`;
    const register = (): Living => make("attachment", { targetGroupArn: group.id, targetId: target });
    assert.throws(register, /AccessDenied/);
    const granted = { action: "lambda:InvokeFunction", function: called.id };
    make("permission", { ...granted, principal: "events.amazonaws.com" });
    assert.throws(register, /AccessDenied/);
    make("permission", { ...granted, principal: "elasticloadbalancing.amazonaws.com" });
    assert.ok(register());
  });

  it("is a load balancer as a target that does not listen on the group's port", () => {
    const balancer = internal();
    const group = make("group", { targetType: "alb", port: 443, protocol: "TCP", vpcId: "vpc-1" });
    const attach = (): Living => make("attachment", { targetGroupArn: group.id, targetId: balancer.id });
    assert.throws(attach, /InvalidTarget: .* has no listener on port 443/);
    const fixed = [{ type: "fixed-response", fixedResponse: { contentType: "text/plain" } }];
    make("listener", { loadBalancerArn: balancer.id, port: 443, protocol: "HTTP", defaultActions: fixed });
    assert.ok(attach());
  });

  it("is a function with a runtime that no new function may have", () => {
    const made = (runtime: string) => () => make("function", { role: "arn:role", runtime, handler: "h", code: {} });
    assert.throws(made("nodejs20.x"), /InvalidParameterValueException/);
    assert.doesNotThrow(made("nodejs22.x"));
  });

  it("is a key whose policy names a role that does not exist", () => {
    const policy = (arn: string): string =>
      JSON.stringify({ Statement: [{ Principal: { AWS: arn }, Action: "kms:*" }] });
    const key = (arn: string) => () => make("key", { policy: policy(arn) });
    const role = make("role", { name: "builder", assumeRolePolicy: "{}" });
    assert.throws(key("arn:aws:iam::123456789012:role/nobody"), /MalformedPolicyDocumentException: .*role\/nobody/);
    assert.doesNotThrow(key("arn:aws:iam::123456789012:root"));
    assert.doesNotThrow(key(textOf(role.outputs, "arn") ?? ""));
    const linked =
      "arn:aws:iam::123456789012:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling";
    assert.throws(key(linked), /MalformedPolicyDocumentException/);
    account.cloud.admitServiceLinkedRole(linked);
    assert.doesNotThrow(key(linked));
  });

  it("is a DNS record that exists, unless it may be overwritten; and one deletion removes what two wrote", () => {
    const proof = { zoneId: "Z1", name: "_x.example.com", type: "CNAME", ttl: 60, records: ["_y.acm-validations.aws"] };
    make("record", proof);
    assert.throws(() => make("record", proof), /InvalidChangeBatch: .* already exists/);
    const shared = make("record", { ...proof, allowOverwrite: true });
    assert.ok(make("record", { ...proof, zoneId: "Z2" }));
    account.delete(shared);
    assert.equal(account.has(shared), false);
  });

  it("is a listener without a certificate, or with one that nobody has proven", () => {
    const balancer = internal();
    const listen = (certificateArn?: string): Living =>
      make("listener", {
        loadBalancerArn: balancer.id,
        port: 443,
        protocol: "HTTPS",
        ...(certificateArn === undefined ? {} : { certificateArn }),
        defaultActions: [{ type: "fixed-response" }],
      });
    assert.throws(() => listen(), /ValidationError: a certificate must be specified for HTTPS listeners/);
    const certificate = make("certificate", { domainName: "*.example.com", validationMethod: "DNS" });
    assert.throws(() => listen(certificate.id), /UnsupportedCertificate/);
    const validate = (): Living => make("validation", { certificateArn: certificate.id });
    assert.throws(validate, /timeout while waiting for .* to be issued/);
    const [option] = certificate.outputs["domainValidationOptions"] as Properties[];
    const name = textOf(option ?? {}, "resourceRecordName") ?? "";
    assert.match(name, /^_[0-9a-f]{32}\.example\.com\.$/);
    make("record", { zoneId: "Z1", name, type: "CNAME", ttl: 60, records: ["_y"] });
    validate();
    assert.ok(listen(certificate.id));
  });

  it("is a target group that another load balancer uses", () => {
    const group = make("group", { port: 80, protocol: "HTTP", vpcId: "vpc-1" });
    const listen = (port: number, balancer: Living): Living =>
      make("listener", {
        loadBalancerArn: balancer.id,
        port,
        protocol: "HTTP",
        defaultActions: [{ type: "forward", targetGroupArn: group.id }],
      });
    const balancer = internal();
    listen(80, balancer);
    assert.ok(listen(81, balancer));
    assert.throws(() => listen(80, internal()), /TargetGroupAssociationLimit/);
  });

  it("is a TLS listener in front of a group that is sticky by source address", () => {
    const group = (enabled: boolean): Living =>
      make("group", { port: 443, protocol: "TLS", vpcId: "vpc-1", stickiness: { type: "source_ip", enabled } });
    const balancer = internal({ loadBalancerType: "network" });
    const listen = (port: number, targetGroupArn: string) => () =>
      make("listener", {
        loadBalancerArn: balancer.id,
        port,
        protocol: "TLS",
        certificateArn: "arn:certificate",
        defaultActions: [{ type: "forward", targetGroupArn }],
      });
    assert.throws(listen(443, group(true).id), /source_ip stickiness/);
    assert.doesNotThrow(listen(444, group(false).id));
  });

  it("is the second of two rules of a security group that say the same", () => {
    const rule = { securityGroupId: "sg-1", ipProtocol: "tcp", fromPort: 443, toPort: 443, cidrIpv4: "10.0.0.0/8" };
    make("rule", rule);
    assert.throws(() => make("rule", { ...rule, description: "another" }), /InvalidPermission\.Duplicate/);
    assert.ok(make("rule", { ...rule, toPort: 444 }));
  });
});

describe("what a deletion in the stand-in takes along", () => {
  let account: Account;
  beforeEach(() => {
    account = new Account();
  });
  afterEach(() => account.close());

  it("is the web ACL association that was made while the old one stood, since AWS knows both by the load balancer", () => {
    const associate = (webAclArn: string): Living =>
      account.create(TOKENS.webAcl, webAclArn, { webAclArn, resourceArn: "arn:balancer" });
    const old = associate("arn:old");
    const other = account.create(TOKENS.webAcl, "other", { webAclArn: "arn:old", resourceArn: "arn:other" });
    const fresh = associate("arn:new");
    assert.equal(account.has(fresh), true);
    account.delete(old);
    assert.equal(account.has(fresh), false, "the new association should be gone too");
    assert.equal(account.has(other), true);
  });

  it("is nothing else where the old association goes first", () => {
    const inputs = { webAclArn: "arn:old", resourceArn: "arn:balancer" };
    account.delete(account.create(TOKENS.webAcl, "old", inputs));
    const fresh = account.create(TOKENS.webAcl, "new", { ...inputs, webAclArn: "arn:new" });
    assert.equal(account.has(fresh), true);
  });

  it("is the target that was registered again at the same port", () => {
    const target = { targetGroupArn: "arn:group", targetId: "i-1", port: 80 };
    const old = account.create(TOKENS.attachment, "old", { ...target, availabilityZone: "all" });
    const fresh = account.create(TOKENS.attachment, "new", target);
    account.delete(old);
    assert.equal(account.has(fresh), false);
  });

  it("is a bucket's policy, whichever resource wrote it", () => {
    const write = (policy: string): Living => account.create(TOKENS.bucketPolicy, policy, { bucket: "logs", policy });
    const old = write(`{"a":1}`);
    const fresh = write(`{"a":2}`);
    account.delete(old);
    assert.equal(account.has(fresh), false);
  });
});
