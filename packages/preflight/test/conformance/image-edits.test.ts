import * as assert from "node:assert/strict";
import { deployOnce, having as setting, onFork, only, STACK, steps, succeeded } from "./harness/change";
import { type Edit, having, itEdits } from "./harness/edits";
import { describeEngine } from "./harness/suite";
import { type Living } from "./provider/cloud";

const PROGRAM = "edits-golden-ami";
const RECIPE = "web-ami-recipe";
const HARDENING = "web-ami-component-hardening";
const SERVER = "web-ami-component-server";

const hardening = { name: "hardening", yaml: "phases: []" };
const server = { name: "server", yaml: "phases: []" };
const stricter = { name: "hardening", yaml: "phases: [{ name: build, steps: [] }]" };

/** A new version of the recipe is there before the pipeline moves to it, and only then the old one goes. */
const newRecipe = (input: string): string[][] => [
  [`update ${RECIPE}-version-parameter value`],
  [`create-replacement ${RECIPE} ${input} version`],
  ["update web-ami-pipeline imageRecipeArn"],
  [`delete-replaced ${RECIPE}`],
];
const edits: Edit[] = [
  {
    does: "builds by another version when its parent changes, and nothing else changes",
    of: "pipeline",
    to: { parent: { amiId: "ami-9a8b7c6d" } },
    steps: newRecipe("parentImage"),
    anytime: [`replace ${RECIPE}`],
    state: { [RECIPE]: { name: "web", version: "1.0.2" }, [HARDENING]: { version: "1.0.1" } },
  },
  {
    does: "builds by another version when its root volume grows, and nothing else changes",
    of: "pipeline",
    to: { rootVolumeSizeGiB: 20 },
    steps: newRecipe("blockDeviceMappings"),
    anytime: [`replace ${RECIPE}`],
    state: { [RECIPE]: { name: "web", version: "1.0.2" } },
  },
  {
    does: "has another version of a component whose text changes, and of the recipe with it",
    of: "pipeline",
    to: { components: [stricter, server] },
    steps: [
      [`update ${HARDENING}-version-parameter value`],
      [`create-replacement ${HARDENING} data version`],
      ...newRecipe("components").slice(1),
      [`delete-replaced ${HARDENING}`],
    ],
    anytime: [`replace ${HARDENING}`, `replace ${RECIPE}`, `update ${RECIPE}-version-parameter value`],
    state: {
      [HARDENING]: { name: "web-hardening", version: "1.0.2" },
      [RECIPE]: { version: "1.0.2" },
      [SERVER]: { version: "1.0.1" },
    },
  },
  {
    does: "gives a component up after the recipe does",
    of: "pipeline",
    to: { components: [hardening] },
    steps: [...newRecipe("components"), [`delete ${SERVER}`], [`delete ${SERVER}-version-parameter`]],
    anytime: [`replace ${RECIPE}`],
    state: { [HARDENING]: { version: "1.0.1" } },
  },
];

describeEngine("a pipeline of golden AMIs that is edited", () => itEdits(PROGRAM, edits));

describeEngine("a golden AMI that changes and changes again", () => {
  const deployed = deployOnce(PROGRAM);
  const versions = (living: Living[]) => [HARDENING, RECIPE].map((name) => only(living, name).outputs["version"]);

  it("has no other version when a tag changes, which everything takes in place", () =>
    onFork(deployed(), async (pulumi) => {
      const taken = steps(succeeded(await pulumi.up(STACK, setting(having("pipeline", { tags: { Team: "core" } })))));
      assert.ok(taken.includes(`update ${RECIPE} tags`));
      assert.deepEqual(
        taken.filter((step) => !/^update \S+( distributions| resourceTags)? tags$/.test(step)),
        [],
      );
      assert.deepEqual(versions(pulumi.cloud.all()), ["1.0.1", "1.0.1"]);
    }));

  it("is, taken back, a third version, and the first one is not there any more", () =>
    onFork(deployed(), async (pulumi) => {
      succeeded(await pulumi.up(STACK, setting(having("pipeline", { components: [stricter, server] }))));
      assert.deepEqual(versions(pulumi.cloud.all()), ["1.0.2", "1.0.2"]);
      succeeded(await pulumi.up(STACK, setting(having("pipeline", {}))));
      assert.deepEqual(versions(pulumi.cloud.all()), ["1.0.3", "1.0.3"]);
      assert.deepEqual(steps(succeeded(await pulumi.up(STACK))), []);
    }));
});
