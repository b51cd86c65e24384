import { AwsType } from "../../../model/types";
import rule from "../../../rules/ec2/ami-has-approved-origin";
import { judge, UNKNOWN_VALUE, type Registration } from "../../support/pack";
import { describeRule } from "../../support/table";
import * as assert from "node:assert/strict";

const APPROVED = "ami-0123456789abcdef0";
const REGIONAL = "ami-0bbbbbbbbbbbbbbbb";
const PASTED = "ami-0aaaaaaaaaaaaaaaa";
const settings = { approvedAmiIds: [APPROVED, `eu-west-1/${REGIONAL}`] };

describeRule(rule, [
  {
    it: "fails a copy of an AMI that nobody has approved",
    fails: { sourceAmiId: PASTED, sourceAmiRegion: "eu-west-1" },
    settings,
    messages: [
      `sourceAmiId is ${PASTED}, which is not approved; launch an approved AMI: ${APPROVED}, eu-west-1/${REGIONAL}.`,
    ],
    passes: {
      "one of an AMI that is": { sourceAmiId: APPROVED },
      "one of an AMI that is approved in the Region of the source": { sourceAmiId: REGIONAL },
    },
  },
  {
    it: "fails one of an AMI that is approved in another Region than the source's",
    fails: { sourceAmiId: REGIONAL, sourceAmiRegion: "eu-central-1" },
    more: { providerInputs: { region: "eu-west-1" } },
    settings,
    messages: [
      `sourceAmiId is ${REGIONAL}, which is not approved; launch an approved AMI: ${APPROVED}, eu-west-1/${REGIONAL}.`,
    ],
    passes: { "one from the Region in which it is": { sourceAmiRegion: "eu-west-1" } },
  },
]);

describe("an AMI of an instance", () => {
  const instance = (inputs: Record<string, unknown>, sources: Record<string, string[]> = {}): Registration => ({
    type: AwsType.Instance,
    name: "web",
    inputs,
    sources,
  });
  const template = (imageId: string): Registration => ({
    type: AwsType.LaunchTemplate,
    name: "template",
    inputs: { imageId },
  });
  const ami = (...sources: string[]): Registration => ({
    type: AwsType.AmiFromInstance,
    name: "it",
    inputs: { sourceInstanceId: UNKNOWN_VALUE },
    sources: { sourceInstanceId: sources },
  });
  const verdicts = (...resources: Registration[]) => judge([rule], resources, { [rule.name]: settings });
  const CHANGE = `make it of an instance of an approved AMI: ${APPROVED}, eu-west-1/${REGIONAL}. (end)`;
  const FAIL = `mandatory it: the instance in sourceInstanceId is not of an approved AMI; ${CHANGE}`;
  const OPEN = `advisory it: nothing shows that the instance in sourceInstanceId is of an approved AMI; ${CHANGE}`;

  it("has the origin of the instance: its AMI, or its launch template's", async () => {
    assert.deepEqual(await verdicts(instance({ ami: APPROVED }), ami("web")), []);
    assert.deepEqual(await verdicts(instance({ ami: PASTED }), ami("web")), [FAIL]);
    const launched = instance({ launchTemplate: { id: UNKNOWN_VALUE } }, { launchTemplate: ["template"] });
    assert.deepEqual(await verdicts(template(APPROVED), launched, ami("web")), []);
    assert.deepEqual(await verdicts(template(PASTED), launched, ami("web")), [FAIL]);
  });

  it("cannot be told of where the instance is not in the program, or its AMI is not known", async () => {
    assert.deepEqual(await verdicts(ami()), [OPEN]);
    assert.deepEqual(await verdicts(instance({ ami: UNKNOWN_VALUE }), ami("web")), [OPEN]);
    assert.deepEqual(await verdicts(instance({ launchTemplate: { id: "lt-1" } }), ami("web")), [OPEN]);
    const bucket = { type: "aws:s3/bucket:Bucket", name: "bucket", inputs: {} };
    assert.deepEqual(await verdicts(instance({ ami: APPROVED }), bucket, ami("web", "bucket")), [OPEN]);
  });
});
