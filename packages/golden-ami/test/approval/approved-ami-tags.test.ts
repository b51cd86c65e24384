import * as assert from "node:assert/strict";
import { inputsOf, made, mistakes, record } from "@groundwork/core/testing";
import { ApprovedAmiTags } from "@groundwork/golden-ami";

const ONE = { id: "ami-0a1b2c3d4e5f60718", region: "eu-west-1" };
const OTHER = { id: "ami-0f9e8d7c6b5a40312", region: "eu-central-1" };

describe("ApprovedAmiTags", () => {
  it("tags each AMI in its own Region, with the tag that lifecycle rules exclude", async () => {
    const resources = await record(() => new ApprovedAmiTags("approved", { amis: [ONE, OTHER] }));
    assert.deepEqual(made(resources), [
      ["golden-ami:index:ApprovedAmiTags", "approved"],
      ["aws:ec2/tag:Tag", `approved-${ONE.id}-tag`],
      ["aws:ec2/tag:Tag", `approved-${OTHER.id}-tag`],
    ]);
    const tag = { key: "golden-ami:approved", value: "true" };
    assert.deepEqual(inputsOf(resources, `approved-${ONE.id}-tag`), {
      resourceId: ONE.id,
      region: "eu-west-1",
      ...tag,
    });
    assert.deepEqual(inputsOf(resources, `approved-${OTHER.id}-tag`), {
      ...{ resourceId: OTHER.id, region: "eu-central-1" },
      ...tag,
    });
  });

  it("tags nothing where nothing is approved", async () => {
    const resources = await record(() => new ApprovedAmiTags("approved", { amis: [] }));
    assert.deepEqual(made(resources), [["golden-ami:index:ApprovedAmiTags", "approved"]]);
  });

  it("refuses every wrong argument at once and before anything is registered", async () => {
    const amis = [ONE, ONE, { id: "ami-1", region: "Ireland" }];
    assert.deepEqual(await mistakes(() => new ApprovedAmiTags("approved", { amis })), [
      'amis[2].id is "ami-1", but must be ami- and 8 or 17 digits from 0 to f; copy it from the catalogue of approved AMIs.',
      'amis[2].region is "Ireland", but must be a Region; write it like eu-central-1.',
      `amis is ["${ONE.id}","${ONE.id}","ami-1"], but must be different AMIs; name each once.`,
    ]);
  });
});
