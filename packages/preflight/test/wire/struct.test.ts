import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { fromStruct, toStruct } from "../../src/wire/struct";
import { anything } from "./arbitrary";

describe("the protobuf form of properties", () => {
  it("is read as it was written, whatever they are", () => {
    fc.assert(fc.property(anything, (properties) => assert.deepEqual(fromStruct(toStruct(properties)), properties)));
  });

  it("is nothing where there are none", () => assert.deepEqual(fromStruct(undefined), {}));
});
