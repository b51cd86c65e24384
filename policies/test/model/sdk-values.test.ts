import * as assert from "node:assert/strict";
import { asset } from "@pulumi/pulumi";
import { unknownCheckingProxy } from "@pulumi/policy";
import { UNKNOWN } from "../../model/reading";
import { readable } from "../../model/sdk-values";
import { UNKNOWN_VALUE } from "../support/pack";

const proxied = unknownCheckingProxy as (value: unknown) => unknown;

describe("properties as rules read them", () => {
  it("have the unknown for what the SDK would throw at, at any depth", () => {
    const boolean = "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7";
    const given = { size: UNKNOWN_VALUE, list: [UNKNOWN_VALUE, { on: boolean }], name: "web" };
    assert.deepEqual(readable(proxied(proxied(given))), {
      size: UNKNOWN,
      list: [UNKNOWN, { on: UNKNOWN }],
      name: "web",
    });
  });

  it("keep a text that only looks like it, and what is no plain value", () => {
    const icon = new asset.StringAsset("icon");
    const given = { id: "00000000-0000-0000-0000-000000000000", text: `a ${UNKNOWN_VALUE}`, none: null, icon };
    assert.deepEqual(readable(proxied(given)), given);
    assert.equal((readable(proxied(given)) as typeof given).icon, icon);
  });

  it("are a copy, so that no rule can change what another reads", () => {
    const given = { list: [{ on: true }] };
    const read = readable(given) as typeof given;
    assert.notEqual(read.list[0], given.list[0]);
  });
});
