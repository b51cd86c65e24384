/** The type tokens that the rules match on. `@pulumi/aws` is never loaded: it costs half a second and 140 MB. */
export const AwsType = {
  Ami: "aws:ec2/ami:Ami",
  AmiCopy: "aws:ec2/amiCopy:AmiCopy",
  AmiFromInstance: "aws:ec2/amiFromInstance:AmiFromInstance",
  AutoScalingGroup: "aws:autoscaling/group:Group",
  EncryptionByDefault: "aws:ebs/encryptionByDefault:EncryptionByDefault",
  Image: "aws:imagebuilder/image:Image",
  ImageRecipe: "aws:imagebuilder/imageRecipe:ImageRecipe",
  Instance: "aws:ec2/instance:Instance",
  LaunchConfiguration: "aws:ec2/launchConfiguration:LaunchConfiguration",
  LaunchTemplate: "aws:ec2/launchTemplate:LaunchTemplate",
  NodeGroup: "aws:eks/nodeGroup:NodeGroup",
  Parameter: "aws:ssm/parameter:Parameter",
  Snapshot: "aws:ebs/snapshot:Snapshot",
  SnapshotCopy: "aws:ebs/snapshotCopy:SnapshotCopy",
  SnapshotImport: "aws:ebs/snapshotImport:SnapshotImport",
  SpotFleetRequest: "aws:ec2/spotFleetRequest:SpotFleetRequest",
  SpotInstanceRequest: "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
  Volume: "aws:ebs/volume:Volume",
} as const;

/** In a rule's types: every type, of every provider. */
export const EVERY_TYPE = "*";

/** A provider, which a program makes or has by default. */
export const PROVIDER = "pulumi:providers:aws";

/** The types of AMIs that a program makes or copies. */
export const AMIS: string[] = [AwsType.Ami, AwsType.AmiCopy, AwsType.AmiFromInstance];

/** Where AMIs go that Image Builder makes, and who may launch them. */
export const DISTRIBUTIONS = ["aws:imagebuilder/distributionConfiguration:DistributionConfiguration"];

/** Image Builder's images and what makes them again and again. */
export const IMAGE_BUILDS = [AwsType.Image, "aws:imagebuilder/imagePipeline:ImagePipeline"];

/** The instances on which Image Builder builds. */
export const BUILD_INSTANCES = ["aws:imagebuilder/infrastructureConfiguration:InfrastructureConfiguration"];

/** Application, Network and Gateway Load Balancers have two live tokens for each type. */
function elbv2(file: string, name: string): string[] {
  return ["lb", "alb"].map((module) => `aws:${module}/${file}:${name}`);
}

export const LOAD_BALANCERS = elbv2("loadBalancer", "LoadBalancer");
export const LISTENERS = elbv2("listener", "Listener");
export const LISTENER_RULES = elbv2("listenerRule", "ListenerRule");
export const TARGET_GROUPS = elbv2("targetGroup", "TargetGroup");

/** The classic load balancer, which has listeners of its own. */
export const CLASSIC_LOAD_BALANCERS = ["aws:elb/loadBalancer:LoadBalancer"];
export const EVERY_LOAD_BALANCER = [...LOAD_BALANCERS, ...CLASSIC_LOAD_BALANCERS];
