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
  {
    does: "makes no version when a tag changes",
    of: "pipeline",
    to: { tags: { Team: "core" } },
    steps: [],
    anytime: [
      "web-ami-build-egress-https tags",
      "web-ami-build-instance-profile tags",
      "web-ami-build-role tags",
      "web-ami-build-security-group tags",
      `${HARDENING} tags`,
      `${HARDENING}-version-parameter tags`,
      `${SERVER} tags`,
      `${SERVER}-version-parameter tags`,
      "web-ami-distribution distributions tags",
      "web-ami-execution-role tags",
      "web-ami-images-log-group tags",
      "web-ami-infrastructure-configuration resourceTags tags",
      "web-ami-lifecycle-policy tags",
      "web-ami-lifecycle-role tags",
      "web-ami-log-bucket tags",
      "web-ami-pipeline tags",
      "web-ami-pipeline-log-group tags",
      `${RECIPE} tags`,
      `${RECIPE}-version-parameter tags`,
    ].map((step) => `update ${step}`),
    state: { [HARDENING]: { version: "1.0.1" }, [RECIPE]: { version: "1.0.1" } },
  },
];

describeEngine("a pipeline of golden AMIs that is edited", () => itEdits(PROGRAM, edits));

describeEngine("a change of a golden AMI that is taken back", () => {
  const deployed = deployOnce(PROGRAM);
  const versions = (living: Living[]) => [HARDENING, RECIPE].map((name) => only(living, name).outputs["version"]);

  it("is a third version, and the first one is not there any more", () =>
    onFork(deployed(), async (pulumi) => {
      succeeded(await pulumi.up(STACK, setting(having("pipeline", { components: [stricter, server] }))));
      assert.deepEqual(versions(pulumi.cloud.all()), ["1.0.2", "1.0.2"]);
      succeeded(await pulumi.up(STACK, setting(having("pipeline", {}))));
      assert.deepEqual(versions(pulumi.cloud.all()), ["1.0.3", "1.0.3"]);
      assert.deepEqual(steps(succeeded(await pulumi.up(STACK))), []);
    }));
});
