import * as assert from "node:assert/strict";
import { edits, OTHER_ACCOUNT } from "./edits/names";
import {
  assertInOrder,
  assertSameLines,
  change,
  deployOnce,
  having,
  onFork,
  STACK,
  steps,
  succeeded,
} from "./harness/change";
import { describeEngine, itEach } from "./harness/suite";
import { recordName } from "./provider/records";

describeEngine("an edit of names and certificates", () => {
  const deployed = deployOnce("names");

  itEach(
    edits,
    ({ what }) => what,
    async ({ setting, taken, inOrder = [], foreseen = [], holds }) => {
      let previewed: string[] = [];
      const done = await change(deployed(), setting, (lines) => (previewed = lines));
      assertSameLines(previewed.map(bare), [...taken, ...foreseen].map(bare));
      const lines = done.taken.map(sorted);
      assertSameLines(lines, taken.map(sorted));
      assertInOrder(
        lines,
        inOrder.map((group) => group.map(sorted)),
      );
      assert.deepEqual(done.afterwards, []);
      holds?.(done);
    },
  );

  it("is refused by Route 53 where a second record of the name comes before the first is gone", async () => {
    const run = await onFork(deployed(), (pulumi) => pulumi.up(STACK, having("names:leads=anew")));
    assert.match(run.output, /InvalidChangeBatch: .* DNS name www\.example\.com\., type A, .* but it already exists/);
  });

  it("need not say any longer where a name was before, once it has moved", async () => {
    await onFork(deployed(), async (pulumi) => {
      succeeded(await pulumi.up(STACK, having("names:leads=moved")));
      assert.deepEqual(steps(succeeded(await pulumi.up(STACK, having("names:leads=anew")))), []);
    });
  });

  it("leaves zones of other accounts to the role of theirs, and all else to the stack's own provider", async () => {
    await onFork(deployed(), (pulumi) => {
      const foreign = pulumi.cloud.all().filter(({ account }) => account === OTHER_ACCOUNT);
      assertSameLines(
        foreign.map(({ name }) => name),
        ["elsewhere", "far-alias-www.example.org-A", "far-validation-record-www.example.org"],
      );
      return Promise.resolve();
    });
  });

  it("ends with a destroy that leaves the proofs, and where they are unwanted not even those", async () => {
    await onFork(deployed(), async (pulumi) => {
      succeeded(await pulumi.destroy(STACK));
      const left = pulumi.cloud.all().map(({ inputs }) => recordName(inputs).replace(/^_\w+\./, "_proof."));
      assertSameLines(left, ["_proof.example.com", "_proof.www.example.com"]);
    });
  });
});

/** A line without the inputs. */
function bare(line: string): string {
  return line.split(" ", 2).join(" ");
}

/** A line with its inputs in alphabetical order: the engine names those of a replacement in no certain one. */
function sorted(line: string): string {
  const [operation, name, ...inputs] = line.split(" ");
  return [operation, name, ...inputs.sort()].join(" ");
}
