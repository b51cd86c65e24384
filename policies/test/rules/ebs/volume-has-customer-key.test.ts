import { AwsType } from "../../../model/types";
import rule from "../../../rules/ebs/volume-has-customer-key";
import { describeRule } from "../../support/table";

const KEY = "arn:aws:kms:eu-west-1:123456789012:key/0123abcd";
const CHANGE = "set it to the ARN of a customer-managed key.";
const volume = (key: object) => ({ volumeConfiguration: { managedEbsVolume: { encrypted: true, ...key } } });

describeRule(rule, [
  {
    it: "fails a volume without a key, because AWS takes its own",
    fails: { encrypted: true },
    messages: [`kmsKeyId is not set; ${CHANGE}`],
    passes: { "one with a key": { kmsKeyId: KEY } },
  },
  {
    it: "fails a volume with AWS's key",
    fails: { encrypted: true, kmsKeyId: "alias/aws/ebs" },
    messages: [`kmsKeyId is alias/aws/ebs; ${CHANGE}`],
    passes: { "one with a key": { kmsKeyId: KEY } },
  },
  {
    it: "fails a volume that says nothing, unless the account's default key is the program's",
    fails: { encrypted: true },
    others: [{ type: "aws:ebs/defaultKmsKey:DefaultKmsKey", name: "default", inputs: { keyArn: KEY } }],
    more: { dependsOn: ["other"] },
    messages: [`kmsKeyId is not set; ${CHANGE} (end)`],
    passes: { "one with a key": { kmsKeyId: KEY } },
    passesWith: {
      "one that depends on the account's default key": [
        { type: "aws:ebs/defaultKmsKey:DefaultKmsKey", name: "other", inputs: { keyArn: KEY } },
      ],
    },
  },
  {
    it: "fails a device of an instance",
    type: AwsType.Instance,
    fails: { rootBlockDevice: { encrypted: true }, ebsBlockDevices: [{ kmsKeyId: KEY }] },
    messages: [`rootBlockDevice.kmsKeyId is not set; ${CHANGE}`],
    passes: { "one with a key": { rootBlockDevice: { encrypted: true, kmsKeyId: KEY } } },
  },
  {
    it: "fails a device of a launch template",
    type: AwsType.LaunchTemplate,
    fails: { blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { encrypted: "true" } }] },
    messages: [`blockDeviceMappings[0].ebs.kmsKeyId is not set; ${CHANGE}`],
    passes: { "one with a key": { blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { kmsKeyId: KEY } }] } },
  },
  {
    it: "fails a device of a spot fleet",
    type: AwsType.SpotFleetRequest,
    fails: { launchSpecifications: [{ rootBlockDevices: [{ encrypted: true }] }] },
    messages: [`launchSpecifications[0].rootBlockDevices[0].kmsKeyId is not set; ${CHANGE}`],
    passes: { "one with a key": { launchSpecifications: [{ rootBlockDevices: [{ kmsKeyId: KEY }] }] } },
  },
  {
    it: "fails a volume that ECS makes",
    type: "aws:ecs/service:Service",
    fails: volume({}),
    messages: [`volumeConfiguration.managedEbsVolume.kmsKeyId is not set; ${CHANGE}`],
    passes: { "one with a key": volume({ kmsKeyId: KEY }) },
  },
]);
