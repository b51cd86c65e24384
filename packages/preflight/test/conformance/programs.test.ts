import * as path from "node:path";
import { assertSamePreview } from "./harness/comparison";
import { ProjectCopy } from "./harness/project";
import { Pulumi, type RunOptions } from "./harness/pulumi";
import { describeEngine, itEach } from "./harness/suite";

const PACKS = path.join(__dirname, "packs");

/** What a program is previewed with, where it takes more than its own stack file. */
interface Program {
  name: string;
  /** What it is there to show. */
  shows: string;
  options?: RunOptions;
}

const MIRROR: RunOptions = { policyPacks: [path.join(PACKS, "mirror")] };

const programs: Program[] = [
  { name: "providers", shows: "default, explicit, inherited and mapped providers", options: MIRROR },
  { name: "options", shows: "the options that the engine acts on", options: MIRROR },
  { name: "transforms", shows: "transformations and transforms of resources and look-ups" },
  { name: "values", shows: "secrets, unknowns, assets and references, deep inside values", options: MIRROR },
  { name: "functions", shows: "functions that AWS's provider answers without asking AWS" },
  { name: "hooks", shows: "hooks and what the program logs" },
  { name: "names", shows: "a provider that a component makes, and what outlives it", options: MIRROR },
  { name: "dynamic", shows: "a provider written in the program" },
  { name: "module", shows: "an ES module in a folder of its own, with the project's own configuration" },
  { name: "policies", shows: "all that a policy is told", options: MIRROR },
  {
    name: "policies",
    shows: "a policy of each kind at each level",
    options: { policyPacks: [path.join(PACKS, "levels")] },
  },
  {
    name: "policies",
    shows: "two packs, one of them configured",
    options: {
      policyPacks: [path.join(PACKS, "levels"), path.join(PACKS, "mirror")],
      policyPackConfigs: [path.join(PACKS, "levels", "config.json"), path.join(PACKS, "mirror", "config.json")],
    },
  },
];

describeEngine("preflight previews as the engine does", () => {
  itEach(
    programs,
    ({ name, shows }) => `${shows} (${name})`,
    async ({ name, options }) => {
      const project = ProjectCopy.ofProgram(name);
      try {
        const pulumi = new Pulumi(project);
        await pulumi.init("dev");
        await assertSamePreview(project, pulumi, "dev", options);
      } finally {
        project.remove();
      }
    },
  );
});
