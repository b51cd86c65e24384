type Inputs = Record<string, unknown>;

/** What AWS, or another stack, tells of certain types, as far as other resources are made of it. */
const BY_TYPE: Record<string, (name: string, inputs: Inputs) => Inputs> = {
  "aws:acm/certificate:Certificate": (_name, inputs) => ({ domainValidationOptions: validationOptions(inputs) }),
  "aws:ec2/eip:Eip": (name) => ({ publicIp: `${name}-address` }),
  "aws:ec2/vpcEndpointService:VpcEndpointService": (name) => ({ serviceName: `com.amazonaws.vpce.${name}` }),
  "aws:lb/loadBalancer:LoadBalancer": (name) => ({
    arnSuffix: `app/${name}/1`,
    dnsName: `${name}.elb.amazonaws.com`,
    zoneId: "Z1",
  }),
  "aws:lb/targetGroup:TargetGroup": (name) => ({ arnSuffix: `targetgroup/${name}/1` }),
  "aws:route53/record:Record": (_name, inputs) => ({ fqdn: inputs["name"] }),
  "pulumi:pulumi:StackReference": (name) => ({ outputs: { listenerArn: `arn:of:${name}/listener` } }),
  "aws:ssm/parameter:Parameter": () => ({ version: 3 }),
  "aws:s3/bucket:Bucket": (name) => ({ arn: `arn:aws:s3:::${name}`, bucket: name }),
};

/** Outputs that AWS would compute for a resource. */
export function computed(type: string, name: string, inputs: Inputs): Inputs {
  return {
    arn: `arn:of:${name}`,
    name: `${name}-name`,
    keyId: `${name}-key-id`,
    allocationId: `${name}-allocation`,
    ownerId: "111122223333",
    latestVersion: 7,
    ...BY_TYPE[type]?.(name, inputs),
  };
}

function validationOptions(inputs: Inputs): Inputs[] {
  const domains = [inputs["domainName"], ...((inputs["subjectAlternativeNames"] as string[] | undefined) ?? [])];
  return domains.map((domain) => ({
    domainName: domain,
    resourceRecordName: `_proof.${String(domain).replace("*.", "")}`,
    resourceRecordType: "CNAME",
    resourceRecordValue: "_answer.acm-validations.aws",
  }));
}
