import * as assert from "node:assert/strict";
import * as path from "node:path";
import { deployOnce, having, onFork, STACK, succeeded } from "./harness/change";
import type { Run } from "./harness/pulumi";
import { describeEngine } from "./harness/suite";

const MIRROR = { policyPacks: [path.join(__dirname, "packs", "mirror")] };

/** What a pack is told of each volume before it is made or changed: its size and its owner. */
function told({ events }: Run): Record<string, [size: number, owner: string]> {
  const shown = events.flatMap(({ policyEvent }) =>
    policyEvent?.policyName === "each-resource" ? (/\{.*\}/.exec(policyEvent.message) ?? []) : [],
  );
  const volumes = shown
    .map((text) => JSON.parse(text) as { type: string; name: string; props: { size: number; tags: { Owner: string } } })
    .filter(({ type }) => type === "aws:ebs/volume:Volume");
  return Object.fromEntries(volumes.map(({ name, props }) => [name, [props.size, props.tags.Owner]]));
}

describeEngine("of an input whose changes are ignored, the engine tells a pack", () => {
  const deployed = deployOnce("ignoring");

  it("what the program says, where the resource is made: there is nothing to keep", () =>
    onFork(deployed(), async (pulumi) => {
      succeeded(await pulumi.destroy(STACK));
      assert.deepEqual(told(succeeded(await pulumi.up(STACK, { ...MIRROR, ...having("ignoring:size=16") }))), {
        kept: [16, "web"],
        ignoring: [16, "web"],
        "ignoring-all": [16, "web"],
      });
    }));

  it("what is deployed, where the resource changes: not what the program says, for that will not be", () =>
    onFork(deployed(), async (pulumi) => {
      const args = [...(having("ignoring:size=16").args ?? []), ...(having("ignoring:owner=data").args ?? [])];
      assert.deepEqual(told(succeeded(await pulumi.up(STACK, { ...MIRROR, args }))), {
        kept: [16, "data"],
        ignoring: [8, "web"],
        "ignoring-all": [8, "web"],
      });
    }));
});
