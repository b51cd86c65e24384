import * as assert from "node:assert/strict";
import { EncryptedAmiCopy } from "@groundwork/encryption";
import { inputsOf, made, mistakes, record, refused } from "@groundwork/core/testing";

const PLACE = { accountId: "111122223333", region: "eu-west-1" };
const KEY = "arn:aws:kms:eu-west-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab";
const ARGS = {
  place: PLACE,
  sourceAmiId: "ami-0a1b2c3d4e5f60718",
  keyArn: KEY,
  deprecationTime: "2027-06-30T00:00:00Z",
};
const ORGANIZATION = "arn:aws:organizations::444455556666:organization/o-a1b2c3d4e5";
const UNIT = "arn:aws:organizations::444455556666:ou/o-a1b2c3d4e5/ou-ab12-cdef3456";

describe("EncryptedAmiCopy", () => {
  it("copies within its Region under the key, with no fixed name, so that another copy may stand beside it", async () => {
    const resources = await record(() => new EncryptedAmiCopy("web", ARGS));
    assert.deepEqual(made(resources), [
      ["encryption:index:EncryptedAmiCopy", "web"],
      ["aws:ec2/amiCopy:AmiCopy", "web-ami-copy"],
    ]);
    assert.deepEqual(inputsOf(resources, "web-ami-copy"), {
      sourceAmiId: "ami-0a1b2c3d4e5f60718",
      sourceAmiRegion: "eu-west-1",
      encrypted: true,
      kmsKeyId: KEY,
      description: "The encrypted copy web",
      deprecationTime: "2027-06-30T00:00:00Z",
      region: "eu-west-1",
      tags: { Name: "web" },
    });
  });

  it("copies from another Region, and shares the copy with accounts, organizations and units", async () => {
    const sharing = { accountIds: ["777788889999"], organizationArns: [ORGANIZATION], organizationalUnitArns: [UNIT] };
    const args = { ...ARGS, ...sharing, sourceRegion: "eu-central-1", description: "Web", tags: { Team: "core" } };
    const resources = await record(() => new EncryptedAmiCopy("web", args));
    const { sourceAmiRegion, description, tags } = inputsOf(resources, "web-ami-copy");
    assert.deepEqual(
      { sourceAmiRegion, description, tags },
      {
        sourceAmiRegion: "eu-central-1",
        description: "Web",
        tags: { Name: "web", Team: "core" },
      },
    );
    const permissions = resources.filter(({ type }) => type === "aws:ec2/amiLaunchPermission:AmiLaunchPermission");
    const common = { imageId: "web-ami-copy-id", region: "eu-west-1" };
    assert.deepEqual(Object.fromEntries(permissions.map(({ name, inputs }) => [name, inputs])), {
      "web-777788889999-launch-permission": { ...common, accountId: "777788889999" },
      "web-o-a1b2c3d4e5-launch-permission": { ...common, organizationArn: ORGANIZATION },
      "web-ou-ab12-cdef3456-launch-permission": { ...common, organizationalUnitArn: UNIT },
    });
  });

  it("refuses what AWS would refuse, all at once", async () => {
    const args = {
      ...ARGS,
      sourceAmiId: "snap-0a1b2c3d",
      keyArn: "alias/web",
      deprecationTime: "tomorrow",
      organizationArns: [UNIT],
      organizationalUnitArns: [UNIT, UNIT],
      accountIds: [],
    };
    assert.deepEqual(await refused(() => new EncryptedAmiCopy("web", args)), [
      'sourceAmiId is "snap-0a1b2c3d"',
      'keyArn is "alias/web"',
      "accountIds is []",
      'deprecationTime is "tomorrow"',
      `organizationArns[0] is "${UNIT}"`,
      `organizationalUnitArns is ${JSON.stringify([UNIT, UNIT]).slice(0, 120)}…`,
    ]);
  });

  for (const sharing of [
    { accountIds: ["777788889999"] },
    { organizationArns: [ORGANIZATION] },
    { organizationalUnitArns: [UNIT] },
  ]) {
    it(`refuses aws/ebs for a copy that is shared by ${Object.keys(sharing).join()}`, async () => {
      const [problem] = await mistakes(
        () => new EncryptedAmiCopy("web", { ...ARGS, ...sharing, keyArn: "alias/aws/ebs" }),
      );
      assert.match(problem!, /nobody else can use aws\/ebs/);
    });
  }
});
