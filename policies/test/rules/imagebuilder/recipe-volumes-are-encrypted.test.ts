import rule from "../../../rules/imagebuilder/recipe-volumes-are-encrypted";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a volume that is not encrypted",
    fails: { blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { encrypted: "false" } }] },
    messages: ['blockDeviceMappings[0].ebs.encrypted is false; set it to "true".'],
    passes: { "one that is": { blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { encrypted: "true" } }] } },
  },
  {
    it: "fails a volume that does not say so, unless the account encrypts by default or its snapshot is",
    settings: { encryptedSnapshotIds: ["snap-1"], encryptedAmiIds: ["ami-0123456789abcdef0"] },
    fails: {
      parentImage: "ami-0123456789abcdef0",
      blockDeviceMappings: [
        { deviceName: "/dev/xvdb", ebs: { volumeSize: 20 } },
        { deviceName: "/dev/xvdc", noDevice: true },
        { deviceName: "/dev/xvdd", virtualName: "ephemeral0" },
      ],
    },
    messages: [
      'blockDeviceMappings[0].ebs.encrypted is not set, and nothing that it depends on makes the account encrypt by default; set it to "true".',
    ],
    passes: {
      "one that is": { blockDeviceMappings: [{ deviceName: "/dev/xvdb", ebs: { encrypted: "true" } }] },
      "one made of an encrypted snapshot": {
        blockDeviceMappings: [{ deviceName: "/dev/xvdb", ebs: { snapshotId: "snap-1" } }],
      },
      "the root device of an encrypted parent": {
        blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { volumeSize: 20 } }],
      },
      "a mapping that says nothing of a volume": { blockDeviceMappings: [{ deviceName: "/dev/xvda" }] },
    },
  },
  {
    it: "fails a volume of a recipe for containers",
    type: "aws:imagebuilder/containerRecipe:ContainerRecipe",
    fails: {
      instanceConfiguration: { blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { encrypted: "false" } }] },
    },
    messages: ['instanceConfiguration.blockDeviceMappings[0].ebs.encrypted is false; set it to "true".'],
    passes: {
      "one that is": {
        instanceConfiguration: { blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { encrypted: "true" } }] },
      },
    },
  },
]);
