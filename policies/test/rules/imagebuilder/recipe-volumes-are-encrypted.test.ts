import * as assert from "node:assert/strict";
import rule from "../../../rules/imagebuilder/recipe-volumes-are-encrypted";
import { judge, UNKNOWN_VALUE } from "../../support/pack";
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

describe("the root volume of a recipe", () => {
  const ROOT = { deviceName: "/dev/xvda", ebs: { encrypted: "true" } };
  const DATA = { deviceName: "/dev/xvdb", ebs: { encrypted: "true" } };
  const PARENT = "ami-0123456789abcdef0";
  const verdicts = (inputs: Record<string, unknown>, type = "imageRecipe:ImageRecipe") =>
    judge([rule], [{ type: `aws:imagebuilder/${type}`, name: "it", inputs }], {
      [rule.name]: { encryptedAmiIds: [PARENT] },
    });
  const OPEN =
    'advisory it: blockDeviceMappings has no root device, and nothing shows that the parent image\'s is encrypted; map it with ebs.encrypted: "true". (end)';

  it("is encrypted where the recipe maps it so, or leaves it to an encrypted parent", async () => {
    assert.deepEqual(await verdicts({ blockDeviceMappings: [ROOT, DATA] }), []);
    assert.deepEqual(await verdicts({ blockDeviceMappings: [DATA], parentImage: PARENT }), []);
  });

  it("is not shown to be where the recipe says nothing of it", async () => {
    assert.deepEqual(await verdicts({ blockDeviceMappings: [DATA] }), [OPEN]);
    assert.deepEqual(await verdicts({}), [OPEN]);
    assert.deepEqual(await verdicts({}, "containerRecipe:ContainerRecipe"), []);
  });

  it("cannot be told of where the devices are not known", async () => {
    assert.deepEqual(await verdicts({ blockDeviceMappings: UNKNOWN_VALUE }), [
      `advisory it: blockDeviceMappings is known only at deployment.\n${OPEN.slice("advisory it: ".length)}`,
    ]);
  });
});
