import * as assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { Architecture, GoldenAmiPipeline, OperatingSystem, type ParentImage } from "@groundwork/golden-ami";
import { inputsOf, named, record, waitsFor } from "@groundwork/core/testing";
import { ARGS, pipelineWith, refusedWith } from "../args";

const parentOf = async (parent: ParentImage) =>
  inputsOf(await pipelineWith({ parent }), "web-ami-recipe")["parentImage"];

describe("parent image", () => {
  it("is an AMI, a parameter, an image of AWS or of somebody else, or another golden AMI", async () => {
    assert.equal(await parentOf({ amiId: "ami-0a1b2c3d" }), "ami-0a1b2c3d");
    assert.equal(await parentOf({ parameterName: "/aws/service/x" }), "ssm:/aws/service/x");
    assert.equal(
      await parentOf({ managedImageName: "amazon-linux-2-x86", version: "2026.x.x" }),
      "arn:aws:imagebuilder:eu-west-1:aws:image/amazon-linux-2-x86/2026.x.x",
    );
    assert.equal(
      await parentOf({ goldenAmiName: "base" }),
      "arn:aws:imagebuilder:eu-west-1:111122223333:image/base/x.x.x",
    );
    const shared = "arn:aws:imagebuilder:eu-west-1:444455556666:image/base/1.0.0/2";
    assert.equal(await parentOf({ imageArn: shared }), shared);
  });

  it("may be known at deployment only", async () => {
    assert.equal(await parentOf({ parameterName: pulumi.output("/a") }), "ssm:/a");
    assert.equal(await parentOf({ amiId: pulumi.output("any") }), "any");
  });

  it("is another pipeline's output, once that one's recipe is there", async () => {
    const resources = await record(() => {
      const base = new GoldenAmiPipeline("base-ami", { ...ARGS, amiName: "base" });
      new GoldenAmiPipeline("web-ami", { ...ARGS, parent: { imageArn: base.imageArn } });
    });
    const recipe = named(resources, "web-ami-recipe");
    assert.equal(recipe.inputs["parentImage"], "arn:aws:imagebuilder:eu-west-1:111122223333:image/base/x.x.x");
    assert.ok(waitsFor(recipe).includes("base-ami-recipe"));
  });

  it("refuses none or two of them, and what no field takes", async () => {
    assert.deepEqual(await refusedWith({ parent: {} }), ["parent is {}"]);
    assert.deepEqual(await refusedWith({ parent: { amiId: "ami-1", imageArn: "base", version: "latest" } }), [
      'parent is {"amiId":"ami-1","imageArn":"base","version":"latest"}',
      'parent.amiId is "ami-1"',
      'parent.imageArn is "base"',
      'parent.version is "latest"',
      'parent.version is "latest"',
    ]);
    assert.deepEqual(await refusedWith({ parent: { parameterName: "ssm:/a" } }), ['parent.parameterName is "ssm:/a"']);
    assert.deepEqual(await refusedWith({ parent: { managedImageName: "Amazon Linux", version: "x.1.0" } }), [
      'parent.managedImageName is "Amazon Linux"',
      'parent.version is "x.1.0"',
    ]);
  });

  it("refuses one whose name tells of another operating system or processor", async () => {
    const ubuntu = { parent: { managedImageName: "ubuntu-server-24-lts-arm64" } };
    assert.deepEqual(
      await refusedWith(ubuntu),
      Array(2).fill('parent.managedImageName is "ubuntu-server-24-lts-arm64"'),
    );
    const { Arm } = Architecture;
    assert.deepEqual(await refusedWith({ ...ubuntu, operatingSystem: OperatingSystem.Ubuntu2404 }), [
      'parent.managedImageName is "ubuntu-server-24-lts-arm64"',
    ]);
    await pipelineWith({ ...ubuntu, operatingSystem: OperatingSystem.Ubuntu2404, architecture: Arm });
    const parameterName = "/aws/service/canonical/ubuntu/server/24.04/stable/current/amd64/hvm/ebs-gp3/ami-id";
    const windows = { parent: { parameterName }, operatingSystem: OperatingSystem.WindowsServer2022 };
    assert.deepEqual(await refusedWith(windows), [`parent.parameterName is "${parameterName}"`]);
    await pipelineWith({ parent: { parameterName }, operatingSystem: OperatingSystem.Ubuntu2404 });
    await pipelineWith({ parent: { parameterName: "/teams/base" } });
  });

  it("refuses a root volume that is smaller than the operating system's image", async () => {
    const windows = { operatingSystem: OperatingSystem.WindowsServer2022, rootVolumeSizeGiB: 29 };
    assert.deepEqual(await refusedWith(windows), ["rootVolumeSizeGiB is 29"]);
    await pipelineWith({ ...windows, parent: { amiId: "ami-0a1b2c3d" } });
  });

  it("refuses an AMI that builds on itself", async () => {
    assert.deepEqual(await refusedWith({ parent: { goldenAmiName: "web" } }), ['parent.goldenAmiName is "web"']);
  });

  it("must be given for Red Hat, and is for one kind of processor on Windows", async () => {
    assert.deepEqual(await refusedWith({ operatingSystem: OperatingSystem.RedHatEnterpriseLinux9 }), [
      "parent is missing",
    ]);
    const windows = { operatingSystem: OperatingSystem.WindowsServer2025, architecture: Architecture.Arm };
    assert.deepEqual(await refusedWith(windows), ['architecture is "arm64"']);
  });
});
