import * as assert from "node:assert/strict";
import rule from "../../rules/ec2/ami-copy-has-customer-key";
import { judge, UNKNOWN_VALUE, type Registration } from "../support/pack";

const KEY: Registration = { type: "aws:kms/key:Key", name: "key", inputs: {} };
const OTHER: Registration = { type: "aws:s3/bucket:Bucket", name: "other", inputs: {} };
const settings = { "ami-copy-has-customer-key": { enforcementLevel: "mandatory" } };
const OPEN =
  "advisory copy: kmsKeyId is known only at deployment; to have it judged before, set it to the ARN of a customer-managed key. (end)";

const copy = (...kmsKeyId: string[]): Registration => ({
  type: "aws:ec2/amiCopy:AmiCopy",
  name: "copy",
  inputs: { kmsKeyId: UNKNOWN_VALUE },
  sources: { kmsKeyId },
});

describe("a key that is known only at deployment", () => {
  it("is the customer's own, if every resource that it comes from is a key of the program", async () => {
    const alias = { type: "aws:kms/alias:Alias", name: "alias", inputs: {} };
    assert.deepEqual(await judge([rule], [KEY, copy("key")], settings), []);
    assert.deepEqual(await judge([rule], [KEY, alias, copy("key", "alias")], settings), []);
  });

  it("may be AWS's, if it comes from something else as well, or from nothing that is told", async () => {
    assert.deepEqual(await judge([rule], [KEY, OTHER, copy("key", "other")], settings), [OPEN]);
    assert.deepEqual(await judge([rule], [OTHER, copy("other")], settings), [OPEN]);
    assert.deepEqual(await judge([rule], [KEY, copy()], settings), [OPEN]);
  });
});
