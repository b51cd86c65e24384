import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { type ResourceOptionsReport } from "../../src/document";
import { assertSamePreview } from "./harness/comparison";
import { changesIn } from "./harness/events";
import { preflight } from "./harness/preflight";
import { ProjectCopy } from "./harness/project";
import { Pulumi } from "./harness/pulumi";
import { describeEngine } from "./harness/suite";
import { byUrn } from "./harness/view";

/** The options that the engine keeps with a resource. Times are in seconds. */
interface KeptOptions {
  urn: string;
  protect?: boolean;
  retainOnDelete?: boolean;
  ignoreChanges?: string[];
  replaceOnChanges?: string[];
  additionalSecretOutputs?: string[];
  deletedWith?: string;
  customTimeouts?: { create?: number; update?: number; delete?: number };
}

const SECONDS: { [unit: string]: number } = { s: 1, m: 60, h: 3600 };

/** Seconds out of what a program writes: `90s`, `20m`, `1h`. */
function seconds(duration: string | undefined): number | undefined {
  const [, amount, unit = ""] = /^(\d+)([smh])$/.exec(duration ?? "") ?? [];
  return amount === undefined ? undefined : Number(amount) * (SECONDS[unit] ?? Number.NaN);
}

/** Kept options as they compare: flags as booleans, lists sorted, nothing left out. */
function comparable(kept: KeptOptions): Required<KeptOptions> {
  const times = kept.customTimeouts ?? {};
  return {
    urn: kept.urn,
    protect: kept.protect === true,
    retainOnDelete: kept.retainOnDelete === true,
    ignoreChanges: [...(kept.ignoreChanges ?? [])].sort(),
    replaceOnChanges: [...(kept.replaceOnChanges ?? [])].sort(),
    additionalSecretOutputs: [...(kept.additionalSecretOutputs ?? [])].sort(),
    deletedWith: kept.deletedWith ?? "",
    customTimeouts: { create: times.create ?? 0, update: times.update ?? 0, delete: times.delete ?? 0 },
  };
}

/** The options that preflight reports, in the form of the engine's state. */
function asKept(urn: string, { customTimeouts: times, ...options }: ResourceOptionsReport): Required<KeptOptions> {
  const inSeconds = {
    create: seconds(times?.create) ?? 0,
    update: seconds(times?.update) ?? 0,
    delete: seconds(times?.delete) ?? 0,
  };
  return comparable({ ...options, urn, customTimeouts: inSeconds });
}

describeEngine("what a deployment keeps", () => {
  it("is the options that preflight reports", async () => {
    const project = ProjectCopy.ofProgram("options");
    try {
      const pulumi = new Pulumi(project);
      await pulumi.init("dev");
      const up = await pulumi.up("dev");
      assert.equal(up.code, 0, up.output);
      const file = path.join(project.scratch, "state.json");
      await pulumi.run(["stack", "export", "--file", file], "dev");
      const state = JSON.parse(fs.readFileSync(file, "utf8")) as { deployment: { resources: KeptOptions[] } };
      const kept = state.deployment.resources.filter(({ urn }) => !urn.includes("::pulumi:providers:"));
      const { report } = await preflight(project, "dev");
      assert.deepEqual(
        byUrn(report.resources.map(({ urn, options }) => asKept(urn, options))),
        byUrn(kept.map(comparable)),
      );
    } finally {
      project.remove();
    }
  });

  it("is as preflight previewed, stays so, and goes when it is destroyed", async () => {
    const project = ProjectCopy.ofProgram("basics");
    try {
      const pulumi = new Pulumi(project);
      await pulumi.init("dev");
      await assertSamePreview(project, pulumi, "dev");
      const first = await pulumi.up("dev");
      assert.deepEqual(changesIn(first.events), { create: 7 }, first.output);
      const second = await pulumi.up("dev");
      assert.deepEqual(changesIn(second.events), { same: 7 }, second.output);
      const last = await pulumi.destroy("dev");
      assert.deepEqual(changesIn(last.events), { delete: 7 }, last.output);
    } finally {
      project.remove();
    }
  });
});
