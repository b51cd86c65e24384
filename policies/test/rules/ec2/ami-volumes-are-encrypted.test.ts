import * as assert from "node:assert/strict";
import { AwsType } from "../../../model/types";
import rule from "../../../rules/ec2/ami-volumes-are-encrypted";
import { judge, UNKNOWN_VALUE, type Registration } from "../../support/pack";
import { describeRule } from "../../support/table";

const SNAPSHOT = "snap-0123456789abcdef0";

describeRule(rule, [
  {
    it: "fails an AMI with a new volume that is not encrypted",
    fails: { ebsBlockDevices: [{ deviceName: "/dev/sda1", volumeSize: 8 }] },
    messages: [
      "ebsBlockDevices[0].encrypted is not set, and nothing that it depends on makes the account encrypt by default; set it to true.",
    ],
    settings: { encryptedSnapshotIds: [SNAPSHOT] },
    passes: {
      "one that is": { ebsBlockDevices: [{ deviceName: "/dev/sda1", volumeSize: 8, encrypted: true }] },
      "one of an encrypted snapshot": { ebsBlockDevices: [{ deviceName: "/dev/sda1", snapshotId: SNAPSHOT }] },
      "one without volumes": { ebsBlockDevices: [] },
    },
  },
  {
    it: "fails each volume that is to be plain",
    fails: { ebsBlockDevices: [{ encrypted: true }, { encrypted: false }] },
    messages: ["ebsBlockDevices[1].encrypted is false; set it to true."],
    passes: { "one that is encrypted": { ebsBlockDevices: [{ encrypted: true }, { encrypted: true }] } },
  },
]);

describe("an AMI of an instance", () => {
  const instance = (encrypted: unknown, name = "web"): Registration => ({
    type: AwsType.Instance,
    name,
    inputs: { ami: "ami-0123456789abcdef0", rootBlockDevice: { encrypted } },
  });
  const ami = (...sources: string[]): Registration => ({
    type: AwsType.AmiFromInstance,
    name: "it",
    inputs: { sourceInstanceId: UNKNOWN_VALUE },
    sources: { sourceInstanceId: sources },
  });
  const verdicts = (...resources: Registration[]) => judge([rule], resources, { [rule.name]: {} });
  const FACT = "the AMI is of the instance in sourceInstanceId";
  const CHANGE = "make it of an instance whose volumes all are. (end)";

  it("is encrypted as the instance's volumes are", async () => {
    assert.deepEqual(await verdicts(instance(true), ami("web")), []);
    assert.deepEqual(await verdicts(instance(false), ami("web")), [
      `mandatory it: ${FACT}, and not all of its volumes are encrypted; ${CHANGE}`,
    ]);
  });

  it("cannot be told of where these are not, or the instance is not in the program", async () => {
    const open = `advisory it: ${FACT}, and nothing shows that its volumes are encrypted; ${CHANGE}`;
    assert.deepEqual(await verdicts(instance(UNKNOWN_VALUE), ami("web")), [open]);
    assert.deepEqual(await verdicts(ami()), [open]);
    const bucket = { type: "aws:s3/bucket:Bucket", name: "bucket", inputs: {} };
    assert.deepEqual(await verdicts(instance(true), bucket, ami("web", "bucket")), [open]);
    assert.deepEqual(await verdicts(instance(true), instance(false, "other"), ami("web", "other")), [open]);
  });
});
