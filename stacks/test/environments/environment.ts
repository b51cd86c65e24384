import * as assert from "node:assert/strict";
import { type Run, runOf } from "../stack";

/** What holds for every environment, whatever it consists of. */
export function describeEnvironment(environment: string): void {
  describe(environment, () => {
    let run: Run;

    before(async function () {
      this.timeout(120_000);
      run = await runOf(environment);
    });

    it("registers at least 20 resources of AWS from the values in its file", () => {
      const own = run.resources.filter(({ type }) => type.startsWith("aws:"));
      assert.ok(own.length >= 20, `${own.length} resources`);
    });

    it("makes no look-up, so that a preview needs no account", () => {
      assert.deepEqual(run.lookUps, []);
    });

    it("has outputs", () => {
      assert.notDeepEqual(run.outputs, []);
    });

    it("tags whatever it can with its name and owner, so that every cost has one", () => {
      for (const { name, inputs } of run.resources) {
        const tags = inputs["tags"];
        if (typeof tags === "object" && tags !== null && !Array.isArray(tags)) {
          const { Environment, Owner } = tags as Record<string, unknown>;
          assert.deepEqual({ Environment, Owner }, { Environment: environment, Owner: "platform" }, name);
        }
      }
    });
  });
}
