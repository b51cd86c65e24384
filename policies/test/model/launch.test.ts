import * as assert from "node:assert/strict";
import { launchOf } from "../../model/launch";
import { AwsType } from "../../model/types";

describe("launchOf", () => {
  it("reads the same launch from an instance and from a launch template", () => {
    const device = { encrypted: true, kmsKeyId: "alias/ebs", snapshotId: "snap-1" };
    const instance = launchOf(AwsType.Instance, {
      ami: "ami-0123abcd",
      rootBlockDevice: { deviceName: "/dev/xvda", ...device },
      ebsBlockDevices: [{ deviceName: "/dev/sdf", ...device }],
    });
    const template = launchOf(AwsType.LaunchTemplate, {
      imageId: "ami-0123abcd",
      blockDeviceMappings: [
        { deviceName: "/dev/xvda", ebs: { ...device, encrypted: "true" } },
        { deviceName: "/dev/sdf", ebs: { ...device, encrypted: "true" } },
      ],
    });
    assert.deepEqual(
      instance.devices.map(({ field: _field, path: _path, declared: _declared, ...rest }) => rest),
      template.devices.map(({ field: _field, path: _path, declared: _declared, ...rest }) => rest),
    );
    assert.equal(instance.image.value, template.image.value);
  });

  it("names each device as the program does", () => {
    const instance = { rootBlockDevice: {}, ebsBlockDevices: [{}, {}] };
    assert.deepEqual(
      launchOf(AwsType.Instance, instance).devices.map((device) => device.field),
      ["rootBlockDevice", "ebsBlockDevices[0]", "ebsBlockDevices[1]"],
    );
    const template = { blockDeviceMappings: [{ virtualName: "ephemeral0" }, { deviceName: "/dev/sdf" }] };
    assert.deepEqual(
      launchOf(AwsType.LaunchTemplate, template).devices.map((device) => device.field),
      ["blockDeviceMappings[1].ebs"],
    );
  });

  it("takes the names that AWS reserves for the root device for it, and no other", () => {
    const roots = (name: string) =>
      launchOf(AwsType.LaunchTemplate, { blockDeviceMappings: [{ deviceName: name, ebs: {} }] }).devices[0]?.isRoot;
    assert.deepEqual(["/dev/xvda", "/dev/sda1", "/dev/sdf", "/dev/xvdb"].map(roots), [true, true, false, false]);
  });

  it("refuses a type that nobody has taught it, because an empty launch would pass every rule", () => {
    assert.throws(() => launchOf(AwsType.Volume, {}), { message: "no launch reader for aws:ebs/volume:Volume" });
  });
});
