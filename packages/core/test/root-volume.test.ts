import * as assert from "node:assert/strict";
import { Checks, checkRootVolume, ConfigError, rootVolume } from "@groundwork/core";

describe("rootVolume", () => {
  it("is encrypted, gone with its instance, and of Amazon Linux 2023's name and size unless told otherwise", () => {
    const ebs = {
      encrypted: "true",
      kmsKeyId: "arn:of:key",
      volumeType: "gp3",
      volumeSize: 8,
      deleteOnTermination: "true",
    };
    assert.deepEqual(rootVolume({ keyArn: "arn:of:key" }), { deviceName: "/dev/xvda", ebs });
    assert.deepEqual(rootVolume({ keyArn: "arn:of:key", rootDeviceName: "/dev/sda1", rootVolumeSizeGiB: 20 }), {
      deviceName: "/dev/sda1",
      ebs: { ...ebs, volumeSize: 20 },
    });
  });

  it("is refused at a size that gp3 has not", () => {
    const checks = new Checks("Widget", "blue");
    for (const rootVolumeSizeGiB of [1, 65_536, undefined]) {
      checkRootVolume(checks, { keyArn: "arn:of:key", rootVolumeSizeGiB });
    }
    checks.done();
    for (const rootVolumeSizeGiB of [0, 65_537]) {
      checkRootVolume(checks, { keyArn: "arn:of:key", rootVolumeSizeGiB });
    }
    assert.throws(
      () => checks.done(),
      (error: unknown) => {
        assert.ok(error instanceof ConfigError);
        assert.deepEqual(error.problems, [
          "rootVolumeSizeGiB is 0, but must be a whole number from 1 to 65536 GiB; pass a number in that range.",
          "rootVolumeSizeGiB is 65537, but must be a whole number from 1 to 65536 GiB; pass a number in that range.",
        ]);
        return true;
      },
    );
  });
});
