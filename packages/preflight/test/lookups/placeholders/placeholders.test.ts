import * as assert from "node:assert/strict";
import * as path from "node:path";
import { Placeholders } from "../../../src/lookups";

const GET_AMI = "aws:ec2/getAmi:getAmi";
const GET_ZONES = "aws:index/getAvailabilityZones:getAvailabilityZones";

describe("Placeholders", () => {
  it("have the type that the installed SDK declares: what is always there, at any depth", () => {
    const ami = new Placeholders(__dirname).give(GET_AMI) ?? {};
    assert.deepEqual(
      [typeof ami["id"], typeof ami["enaSupport"], ami["tags"], "mostRecent" in ami],
      ["string", "boolean", {}, false],
    );
    const [device, ...others] = ami["blockDeviceMappings"] as { deviceName: unknown; ebs: unknown }[];
    assert.equal(others.length, 2);
    assert.deepEqual([typeof device?.deviceName, device?.ebs], ["string", {}]);
  });

  it("are another text each, so that resources can be named by them", () => {
    const names = new Placeholders(__dirname).give(GET_ZONES)?.["names"] as string[];
    assert.deepEqual([names.length, new Set(names).size], [3, 3]);
  });

  it("are known again within a value, also as a part of a text", () => {
    const placeholders = new Placeholders(__dirname);
    const ami = placeholders.give(GET_AMI) ?? {};
    const zones = placeholders.give(GET_ZONES) ?? {};
    const [name] = zones["names"] as string[];
    assert.deepEqual(placeholders.within({ filters: [{ values: [`${name}x`.toUpperCase()] }] }), [GET_ZONES]);
    assert.deepEqual(placeholders.within([ami["id"] ?? null, name ?? null]), [GET_AMI, GET_ZONES]);
    assert.deepEqual(placeholders.within({ name: "preflight-placeholder-99999" }), []);
    assert.equal(placeholders.given, true);
  });

  it("are none for a function that no installed SDK declares", () => {
    const placeholders = new Placeholders(__dirname);
    assert.equal(placeholders.give("gone:index/getIt:getIt"), undefined);
    assert.equal(placeholders.give("aws:index/getIt:getIt"), undefined);
    assert.equal(new Placeholders(path.parse(__dirname).root).give(GET_AMI), undefined);
    assert.equal(placeholders.given, false);
  });
});
