import * as assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { previewBoth, withProgram } from "./harness/both";
import { type ProjectCopy, REPOSITORY } from "./harness/project";
import { describeEngine, itEach } from "./harness/suite";

const POLICIES = path.join(REPOSITORY, "policies");
const INSTALLED = path.join(REPOSITORY, "node_modules");

/** What the pack of this repository does not take for its configuration. */
const configurations: { because: string; config: object; says: RegExp; preflightSays?: RegExp }[] = [
  {
    because: "a rule that it does not have",
    config: { "amis-are-aproved": "mandatory" },
    says: /"amis-are-aproved" is no rule of this pack; did you mean "ami-is-approved"\?/,
    preflightSays: /"amis-are-aproved" is no policy of the pack; did you mean "ami-is-approved"\?/,
  },
  {
    because: "a property that the rule does not have",
    config: { "ami-is-approved": { onUnkown: "mandatory" } },
    says: /"ami-is-approved" has no property "onUnkown"; did you mean "onUnknown"\?/,
  },
  {
    because: "a property for all rules",
    config: { all: { enforcementLevel: "mandatory", onUnknown: "mandatory" } },
    says: /"all" sets a level and nothing else, but has "onUnknown"; give it to each (rule|policy)/,
  },
  {
    because: "a value of another type",
    config: { "ami-is-approved": { approvedAmiIds: [3] } },
    says: /ami-is-approved: approvedAmiIds\.0: Invalid type\. Expected: string, given: integer/,
    preflightSays: /"ami-is-approved\.approvedAmiIds\.0" is 3, but must be string/,
  },
];

describeEngine("preflight and the engine refuse, of the configuration of this repository's pack,", () => {
  itEach(
    configurations,
    ({ because }) => because,
    ({ config, says, preflightSays = says }) =>
      withProgram("starts", async (project) => {
        const file = path.join(project.scratch, "config.json");
        fs.writeFileSync(file, JSON.stringify(config));
        const options = { policyPacks: [POLICIES], policyPackConfigs: [file] };
        const { run, code, errors } = await previewBoth(project, "dev", options);
        assert.notEqual(run.code, 0, run.output);
        assert.match(run.output, says);
        assert.equal(code, 2);
        assert.match(errors, preflightSays);
      }),
  );
});

/** Where the pack of this repository runs from. */
const places: { from: string; install: (project: ProjectCopy) => string }[] = [
  { from: "its sources in the checkout", install: () => POLICIES },
  {
    from: "a folder outside the repository, with its dependencies in it",
    install: ({ scratch }) => {
      const folder = unpack(scratch);
      fs.mkdirSync(path.join(folder, "node_modules"));
      fs.symlinkSync(path.join(INSTALLED, "@pulumi"), path.join(folder, "node_modules", "@pulumi"));
      return folder;
    },
  },
  {
    from: "the installed packages of another project",
    install: (project) => {
      fs.rmSync(path.join(project.root, "node_modules"));
      const modules = path.join(project.root, "node_modules");
      fs.mkdirSync(path.join(modules, "@groundwork"), { recursive: true });
      for (const name of ["@pulumi", "typescript"]) {
        fs.symlinkSync(path.join(INSTALLED, name), path.join(modules, name));
      }
      const folder = path.join(modules, "@groundwork", "policies");
      fs.renameSync(unpack(project.scratch), folder);
      return folder;
    },
  },
];

describeEngine("this repository's pack judges alike on both sides when it runs from", () => {
  itEach(
    places,
    ({ from }) => from,
    ({ install }) =>
      withProgram("starts", async (project) => {
        const { run, report } = await previewBoth(project, "dev", { policyPacks: [install(project)] });
        const found = run.events.flatMap(({ policyEvent: said }) => (said === undefined ? [] : [said]));
        const judged = found.map(({ policyName, resourceUrn }) => `${policyName} ${resourceUrn}`);
        const bare = "urn:pulumi:dev::starts::aws:ebs/volume:Volume::bare";
        assert.ok(judged.includes(`volume-is-encrypted ${bare}`), run.output);
        assert.deepEqual(report.violations.map(({ policy, urn }) => `${policy} ${urn}`).sort(), judged.sort());
        assert.deepEqual(report.packs, [{ name: "groundwork", version: "0.1.0", policies: enabledRules() }]);
      }),
  );
});

describeEngine("preflight and the engine tell alike what is waived", () => {
  it("by a project that has installed the pack of this repository", () =>
    withProgram("starts", async (project) => {
      const folder = places[2]?.install(project) ?? "";
      const urn = "urn:pulumi:dev::starts::aws:ebs/volume:Volume::bare";
      const terms = "reason: public data\n  ticket: SEC-12\n  approver: Jane Doe\n  expiry: 9999-12-31\n";
      fs.writeFileSync(
        path.join(project.root, "waivers.yaml"),
        `- rule: volume-is-encrypted\n  urn: ${urn}\n  ${terms}- rule: key-rotates\n  urn: ${urn}\n  ${terms}`,
      );
      const config = path.join(project.scratch, "config.json");
      const rules = ["volume-is-encrypted", "key-rotates", "waivers-are-valid"].map((rule) => [rule, "mandatory"]);
      fs.writeFileSync(config, JSON.stringify({ all: "disabled", ...Object.fromEntries(rules) }));
      const options = { policyPacks: [folder], policyPackConfigs: [config] };
      const { run, code, report } = await previewBoth(project, "dev", options);
      const said = run.events.flatMap(({ policyEvent }) => (policyEvent === undefined ? [] : [policyEvent]));
      assert.deepEqual(
        said.map(({ policyName, enforcementLevel }) => [policyName, enforcementLevel]),
        [
          ["volume-is-encrypted", "advisory"],
          ["waivers-are-valid", "mandatory"],
        ],
        run.output,
      );
      assert.match(
        said[0]?.message ?? "",
        /Waived \(else mandatory\) until 9999-12-31 by Jane Doe \(SEC-12\): public data/,
      );
      assert.deepEqual(
        report.waived.map(({ policy, urn: on, waiver }) => [policy, on, waiver.ticket]),
        [["volume-is-encrypted", urn, "SEC-12"]],
      );
      assert.deepEqual(
        report.violations.map(({ policy, message }) => [policy, /line 7: .* waives nothing in dev/.test(message)]),
        [["waivers-are-valid", true]],
      );
      assert.equal(code, 1);
    }));
});

/** How many rules are enabled without a configuration: as many as in prod. */
function enabledRules(): number {
  const prod = JSON.parse(fs.readFileSync(path.join(POLICIES, "config", "prod.json"), "utf8")) as {
    [rule: string]: { enforcementLevel: string };
  };
  return Object.values(prod).filter(({ enforcementLevel }) => enforcementLevel !== "disabled").length;
}

/** Packs the pack as npm does, and unpacks it. */
function unpack(scratch: string): string {
  execFileSync("npm", ["pack", "--silent", "--pack-destination", scratch], { cwd: POLICIES, stdio: "ignore" });
  const tarball = fs.readdirSync(scratch).find((file) => file.endsWith(".tgz")) ?? "";
  execFileSync("tar", ["xzf", tarball], { cwd: scratch });
  return path.join(scratch, "package");
}
