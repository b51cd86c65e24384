/**
 * Which resources AWS refuses to have beside each other or to delete, for the types where that matters here. What happens
 * to a type's inputs on change is in `behaviour/`; what needs more than a table is in `refusals.ts`.
 *
 * Both load-balancing modules (`aws:lb/*` and `aws:alb/*`) are looked up as `lb`.
 */

/** A rule's view of a resource type. */
export interface TypeRules {
  /** The input that no two living resources may share, within the inputs of `scope`. */
  unique?: { input: string; scope: string[]; error: string };
  /**
   * The inputs by which AWS knows a resource whose id says more: AWS has one of them, so making another overwrites it, and
   * deleting the old one deletes the new.
   */
  oneFor?: string[];
  /** The types that keep a resource from being deleted while they name its id or ARN. */
  heldBy?: { types: string[]; error: string };
  /** Set where AWS refuses to connect a resource with what is in another VPC. */
  inOneVpc?: { error: string };
  /** How AWS writes the type's ids: a prefix and hexadecimal digits, the ARN, the name, or inputs joined by a mark. */
  id?: { prefix: string } | { inputs: string[]; joinedBy: string } | "arn" | "name";
}

/** Two rules of a security group may not say the same. */
const DUPLICATE_RULE = {
  input: "securityGroupId",
  scope: ["ipProtocol", "fromPort", "toPort", "cidrIpv4", "cidrIpv6", "prefixListId", "referencedSecurityGroupId"],
  error: "InvalidPermission.Duplicate",
};

const RULES: { [module: string]: TypeRules } = {
  "lb/targetGroup": {
    unique: { input: "name", scope: [], error: "DuplicateTargetGroupName" },
    heldBy: { types: ["lb/listener", "lb/listenerRule"], error: "ResourceInUse" },
    id: "arn",
  },
  "lb/loadBalancer": {
    unique: { input: "name", scope: [], error: "DuplicateLoadBalancerName" },
    inOneVpc: { error: "InvalidConfigurationRequest" },
    heldBy: { types: ["ec2/vpcEndpointService"], error: "ResourceInUse" },
    id: "arn",
  },
  "lb/listener": {
    unique: { input: "port", scope: ["loadBalancerArn"], error: "DuplicateListener" },
    inOneVpc: { error: "InvalidConfigurationRequest" },
    id: "arn",
  },
  "lb/listenerRule": {
    unique: { input: "priority", scope: ["listenerArn"], error: "PriorityInUse" },
    inOneVpc: { error: "InvalidConfigurationRequest" },
    id: "arn",
  },
  "lb/targetGroupAttachment": { oneFor: ["targetGroupArn", "targetId", "port"] },
  // Detaching goes by the pair, whoever attached it.
  "autoscaling/trafficSourceAttachment": { oneFor: ["autoscalingGroupName", "trafficSource"] },
  "lb/trustStore": { heldBy: { types: ["lb/listener"], error: "TrustStoreInUse" }, id: "arn" },
  "wafv2/webAclAssociation": { oneFor: ["resourceArn"], id: { inputs: ["webAclArn", "resourceArn"], joinedBy: "," } },
  "route53/record": { id: { inputs: ["zoneId", "name", "type", "setIdentifier"], joinedBy: "_" } },
  "route53/zone": { id: { inputs: ["zoneId"], joinedBy: "" } },
  "s3/bucket": { id: { inputs: ["bucket"], joinedBy: "" } },
  // A bucket has one of each setting, whoever made it: its id is the bucket's.
  "s3/bucketPolicy": { id: { inputs: ["bucket"], joinedBy: "" } },
  "s3/bucketPublicAccessBlock": { id: { inputs: ["bucket"], joinedBy: "" } },
  "s3/bucketLifecycleConfiguration": { id: { inputs: ["bucket"], joinedBy: "" } },
  "s3/bucketServerSideEncryptionConfiguration": { id: { inputs: ["bucket"], joinedBy: "" } },
  "s3/bucketOwnershipControls": { id: { inputs: ["bucket"], joinedBy: "" } },
  "s3/bucketVersioning": { id: { inputs: ["bucket"], joinedBy: "" } },
  "acm/certificate": {
    heldBy: { types: ["lb/listener", "lb/listenerCertificate"], error: "ResourceInUseException" },
    id: "arn",
  },
  "ec2/securityGroup": {
    unique: { input: "name", scope: ["vpcId"], error: "InvalidGroup.Duplicate" },
    // A launch template stands for the instances that were launched from it and carry the group.
    heldBy: {
      types: [
        "lb/loadBalancer",
        "ec2/launchTemplate",
        "ec2/instance",
        "vpc/securityGroupIngressRule",
        "vpc/securityGroupEgressRule",
      ],
      error: "DependencyViolation",
    },
    id: { prefix: "sg" },
  },
  "ec2/vpc": {
    heldBy: { types: ["ec2/subnet", "ec2/securityGroup", "lb/targetGroup"], error: "DependencyViolation" },
    id: { prefix: "vpc" },
  },
  "ec2/subnet": {
    heldBy: {
      types: ["lb/loadBalancer", "ec2/instance", "ec2/natGateway", "ec2/vpcEndpoint", "autoscaling/group"],
      error: "DependencyViolation",
    },
    id: { prefix: "subnet" },
  },
  "ec2/internetGateway": { id: { prefix: "igw" } },
  "ec2/natGateway": { id: { prefix: "nat" } },
  "ec2/routeTable": { id: { prefix: "rtb" } },
  "ec2/eip": {
    heldBy: { types: ["ec2/natGateway", "lb/loadBalancer"], error: "InvalidIPAddress.InUse" },
    id: { prefix: "eipalloc" },
  },
  "ec2/instance": { id: { prefix: "i" } },
  "ec2/launchTemplate": { id: { prefix: "lt" } },
  "ec2/ami": { id: { prefix: "ami" } },
  "ec2/amiCopy": {
    unique: { input: "name", scope: ["region"], error: "InvalidAMIName.Duplicate" },
    id: { prefix: "ami" },
  },
  "ebs/volume": { id: { prefix: "vol" } },
  "ebs/snapshot": { id: { prefix: "snap" } },
  "ebs/snapshotCopy": { id: { prefix: "snap" } },
  // A Region has one of each setting, and whatever deletes one resets it, without a look at which one stands.
  "ebs/defaultKmsKey": { oneFor: ["region"] },
  "ebs/encryptionByDefault": { oneFor: ["region"] },
  "ebs/snapshotBlockPublicAccess": { oneFor: ["region"] },
  "ec2/imageBlockPublicAccess": { oneFor: ["region"] },
  "ec2/instanceMetadataDefaults": { oneFor: ["region"] },
  "ec2/allowedImagesSettings": { oneFor: ["region"] },
  "vpc/securityGroupIngressRule": { unique: DUPLICATE_RULE, id: { prefix: "sgr" } },
  "vpc/securityGroupEgressRule": { unique: DUPLICATE_RULE, id: { prefix: "sgr" } },
  "imagebuilder/component": {
    unique: { input: "version", scope: ["name"], error: "ResourceAlreadyExistsException" },
    heldBy: { types: ["imagebuilder/imageRecipe"], error: "ResourceDependencyException" },
    id: "arn",
  },
  "imagebuilder/imageRecipe": {
    unique: { input: "version", scope: ["name"], error: "ResourceAlreadyExistsException" },
    heldBy: { types: ["imagebuilder/imagePipeline"], error: "ResourceDependencyException" },
    id: "arn",
  },
  "imagebuilder/infrastructureConfiguration": {
    heldBy: { types: ["imagebuilder/imagePipeline"], error: "ResourceDependencyException" },
    id: "arn",
  },
  "imagebuilder/distributionConfiguration": {
    heldBy: { types: ["imagebuilder/imagePipeline"], error: "ResourceDependencyException" },
    id: "arn",
  },
  "imagebuilder/workflow": {
    unique: { input: "version", scope: ["name", "type"], error: "ResourceAlreadyExistsException" },
    heldBy: { types: ["imagebuilder/imagePipeline"], error: "ResourceDependencyException" },
    id: "arn",
  },
  "imagebuilder/imagePipeline": { id: "arn" },
  "imagebuilder/lifecyclePolicy": { id: "arn" },
  "sns/topic": { id: "arn" },
  "autoscaling/group": { id: "name" },
  "cloudwatch/logGroup": { id: "name" },
  "cloudwatch/metricAlarm": { id: "name" },
  "iam/role": {
    heldBy: { types: ["iam/rolePolicyAttachment", "iam/rolePolicy", "iam/instanceProfile"], error: "DeleteConflict" },
    id: "name",
  },
  "iam/instanceProfile": { id: "name" },
  "kms/alias": { id: "name" },
  "lambda/function": { id: "name" },
  "ssm/parameter": { id: "name" },
};

/** A token's module with the two names of load balancing as one: `aws:alb/listener:Listener` is `lb/listener`. */
export function moduleOf(token: string): string {
  return (token.split(":")[1] ?? "").replace(/^alb\//, "lb/");
}

/** The rules of a type; none where nothing beyond the SDK is known. */
export function rulesOf(token: string): TypeRules {
  return RULES[moduleOf(token)] ?? {};
}
