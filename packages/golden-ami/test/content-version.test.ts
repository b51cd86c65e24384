import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { contentVersion } from "@groundwork/golden-ami";

/** The largest number that Image Builder takes as a part of a version. */
const LARGEST_NODE = 1_073_741_823;

describe("contentVersion", () => {
  it("is the same for the same content, in every version of this package: a release must not rebuild every AMI", () => {
    assert.equal(contentVersion("phases: []"), "1.470461902.662715402");
  });

  it("differs for different content", () => {
    assert.notEqual(contentVersion("a"), contentVersion("b"));
  });

  it("is a version that Image Builder takes, whatever the content", () => {
    fc.assert(
      fc.property(fc.string(), (content) => {
        const nodes = contentVersion(content).split(".");
        assert.equal(nodes.length, 3);
        nodes.forEach((node) => {
          assert.match(node, /^\d+$/);
          assert.ok(Number(node) <= LARGEST_NODE);
        });
      }),
    );
  });
});
