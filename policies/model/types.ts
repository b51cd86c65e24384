/** The type tokens that the rules match on. `@pulumi/aws` is never loaded: it costs half a second and 140 MB. */
export const AwsType = {
  AmiCopy: "aws:ec2/amiCopy:AmiCopy",
  EncryptionByDefault: "aws:ebs/encryptionByDefault:EncryptionByDefault",
  Image: "aws:imagebuilder/image:Image",
  Instance: "aws:ec2/instance:Instance",
  LaunchTemplate: "aws:ec2/launchTemplate:LaunchTemplate",
  Snapshot: "aws:ebs/snapshot:Snapshot",
  SnapshotCopy: "aws:ebs/snapshotCopy:SnapshotCopy",
  SnapshotImport: "aws:ebs/snapshotImport:SnapshotImport",
  Volume: "aws:ebs/volume:Volume",
} as const;
