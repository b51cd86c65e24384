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
    assert.equal(await parentOf({ parameterName: "/aws/service/canonical/x" }), "ssm:/aws/service/canonical/x");
    assert.equal(
      await parentOf({ managedImageName: "red-hat-enterprise-linux-10-x86", version: "2026.x.x" }),
      "arn:aws:imagebuilder:eu-west-1:aws:image/red-hat-enterprise-linux-10-x86/2026.x.x",
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
