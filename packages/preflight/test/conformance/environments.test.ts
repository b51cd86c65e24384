import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { onExampleDay } from "@groundwork/core/testing/example-day";
import { assertSamePreview } from "./harness/comparison";
import { changesIn, stepsIn } from "./harness/events";
import { ProjectCopy, REPOSITORY } from "./harness/project";
import { Pulumi, type RunOptions } from "./harness/pulumi";
import { describeEngine, itEach } from "./harness/suite";

const POLICIES = path.join(REPOSITORY, "policies");

/** The fewest resources that make an environment worth the name. */
const FEWEST_RESOURCES = 20;

/** The environments whose load balancers AWS would not delete, and the setting that lifts that, as their README says. */
const PROTECTED = ["staging", "prod"];
const LIFTING = ["config", "set", "--path", "groundwork:loadBalancer.deletionProtection", "false"];

/** The role that AWS makes for Auto Scaling, as AWS writes it, in any account. */
const AUTO_SCALING_ROLE =
  "arn:aws:iam::123456789012:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling";

const environments = fs
  .readdirSync(path.join(REPOSITORY, "stacks"))
  .flatMap((file) => /^Pulumi\.([\w-]+)\.yaml$/.exec(file)?.[1] ?? []);

/** The pack with the configuration for an environment, where it has one of its own. */
function packFor(environment: string): RunOptions {
  const config = path.join(POLICIES, "config", `${environment}.json`);
  return { policyPacks: [POLICIES], policyPackConfigs: fs.existsSync(config) ? [config] : [] };
}

/** What Pulumi would write to, were it to write here: the names of the files, and the contents of those that are its own. */
function checkout(): { [file: string]: string } {
  const files = [".", "stacks", "policies"].flatMap((folder) =>
    fs.readdirSync(path.join(REPOSITORY, folder)).map((file) => path.join(folder, file)),
  );
  const contents = (file: string): string =>
    /Pulumi[^/]*\.ya?ml$/.test(file) ? fs.readFileSync(path.join(REPOSITORY, file), "utf8") : "";
  return Object.fromEntries(files.map((file) => [file, contents(file)]));
}

describeEngine("each environment, through the engine", () => {
  onExampleDay();

  let untouched: ReturnType<typeof checkout>;
  before(() => {
    untouched = checkout();
  });

  itEach(
    environments,
    (environment) => `${environment}: previews as in preflight, passes the pack, deploys, settles and is destroyed`,
    async (environment) => {
      const project = ProjectCopy.ofRepository();
      try {
        const pulumi = new Pulumi(project);
        const pack = packFor(environment);
        await pulumi.init(environment);
        // Made with the first Auto Scaling group of an account; a key's policy can't name it before.
        pulumi.cloud.admitServiceLinkedRole(AUTO_SCALING_ROLE);
        const preview = await assertSamePreview(project, pulumi, environment, pack);
        const { create = 0 } = changesIn(preview.events);
        assert.ok(create >= FEWEST_RESOURCES, `${create} resources`);

        const up = await pulumi.up(environment, pack);
        assert.equal(up.code, 0, up.output);
        assert.deepEqual(changesIn(up.events), changesIn(preview.events));

        const again = await pulumi.up(environment);
        assert.equal(again.code, 0, again.output);
        const changed = stepsIn(again.events).filter(({ op }) => op !== "same" && op !== "read");
        assert.deepEqual(changed, [], again.output);

        if (PROTECTED.includes(environment)) {
          const set = await pulumi.run(LIFTING, environment);
          assert.equal(set.code, 0, set.output);
          // As documented: the pack refuses a load balancer without protection in prod.
          const lifted = await pulumi.up(environment);
          assert.equal(lifted.code, 0, lifted.output);
        }
        await pulumi.run(["state", "unprotect", "--all", "--yes"], environment);
        const destroyed = await pulumi.destroy(environment);
        assert.equal(destroyed.code, 0, destroyed.output);
        assert.equal(changesIn(destroyed.events)["delete"], create);
      } finally {
        project.remove();
      }
    },
  );

  it("does not wait for type checks, which have a task of their own", async () => {
    const project = ProjectCopy.ofRepository();
    try {
      const program = path.join(project.root, "stacks", "index.ts");
      const source = fs.readFileSync(program, "utf8");
      fs.rmSync(program);
      fs.writeFileSync(program, `${source}\nconst wrong: number = "text";\nvoid wrong;\n`);
      const pulumi = new Pulumi(project);
      await pulumi.init("dev");
      const run = await pulumi.preview("dev", path.join(project.scratch, "plan.json"));
      assert.equal(run.code, 0, run.output);
    } finally {
      project.remove();
    }
  });

  it("leaves the checkout as it was", () => {
    assert.deepEqual(checkout(), untouched);
  });
});
