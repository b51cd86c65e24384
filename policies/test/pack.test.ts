import * as assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import * as path from "node:path";
import {
  APPROVED_PARAMETERS,
  approvedImage,
  approvedParameter,
  imageInParameter,
} from "@groundwork/core/src/golden-ami";
import { PolicyType } from "@pulumi/pulumi/proto/analyzer_pb";
import environments from "../data/environments.json";
import { ENVIRONMENTS, Group } from "../model/levels";
import { rules } from "../rules";
import { configText } from "../tools/config";
import { LEVELS, levelsTable, matching, TABLE, tables } from "../tools/table";
import { info, judge, load, UNKNOWN_VALUE, type Registration, type RuleSettings } from "./support/pack";

const requireRule = createRequire(__filename);
const ROOT = path.join(__dirname, "..");

function read(file: string): string {
  return readFileSync(path.join(ROOT, file), "utf8");
}

/** The files of rules or of their tests, as `service/rule`. */
function ruleFiles(directory: string, suffix: string): string[] {
  return readdirSync(path.join(ROOT, directory), { recursive: true, encoding: "utf8" })
    .map((file) => file.split(path.sep).join("/"))
    .filter((file) => file.includes("/") && file.endsWith(suffix))
    .sort()
    .map((file) => file.slice(0, -suffix.length));
}

function environment(name: string): Record<string, RuleSettings> {
  return JSON.parse(read(`config/${name}.json`)) as Record<string, RuleSettings>;
}

describe("the pack", () => {
  it("has one file, one test and one default export for each rule, all of one name", () => {
    const files = ruleFiles("rules", ".ts");
    assert.deepEqual(
      rules.map((rule) => rule.name),
      files.map((file) => path.basename(file)),
    );
    assert.equal(new Set(rules.map((rule) => rule.name)).size, rules.length);
    assert.deepEqual(ruleFiles("test/rules", ".test.ts"), files);
    for (const file of files) {
      assert.deepEqual(Object.keys(requireRule(`../rules/${file}`) as object), ["default"]);
    }
  });

  it("has the table of its rules in the README, as `npm run docs` writes it", () => {
    assert.equal(TABLE.exec(read("README.md"))?.[0], `<!-- rules -->\n\n${tables(rules)}\n\n<!-- /rules -->`);
  });

  it("has the table of levels in the README, as `npm run docs` writes it", () => {
    assert.equal(LEVELS.exec(read("README.md"))?.[0], `<!-- levels -->\n\n${levelsTable()}\n\n<!-- /levels -->`);
  });

  it("finds its rules by name, type, group, level and control, and by several words at once", () => {
    const found = (...words: string[]) => matching(rules, words).map((rule) => rule.name);
    assert.deepEqual(found("volume-is-encrypted"), ["volume-is-encrypted"]);
    for (const words of [["CKV_AWS_3"], ["EC2.3", "ebs.volume"], ["aws:ebs/volume:Volume", "encryption"]]) {
      assert.ok(found(...words).includes("volume-is-encrypted"), words.join(" "));
    }
    assert.deepEqual(
      found("customer-managed keys"),
      rules
        .filter(({ group, requires }) => group === Group.CustomerKeys || /customer-managed keys/i.test(requires))
        .map(({ name }) => name),
    );
    assert.ok(!found("CKV_AWS_3").includes("key-policy-names-principals"), "CKV_AWS_33");
    assert.deepEqual(found("nothing is called so"), []);
  });

  for (const name of ENVIRONMENTS) {
    it(`has the configuration for ${name} that \`npm run config\` writes, and takes it`, async () => {
      assert.equal(read(`config/${name}.json`), await configText(name));
      await load(rules, environment(name));
    });
  }

  it("knows every rule that an environment has properties for", () => {
    const names = Object.values(environments).flatMap((properties) => Object.keys(properties));
    assert.deepEqual(
      names.filter((name) => !rules.some((rule) => rule.name === name)),
      [],
    );
  });

  it("tells the engine what each rule is, what to do and where to read on", async () => {
    const { policiesList } = await info(rules);
    assert.deepEqual(
      policiesList.map((policy) => policy.name),
      rules.map((rule) => rule.name),
    );
    for (const policy of policiesList) {
      assert.match(policy.description, /^[A-Z].*\.$/);
      assert.match(policy.remediationSteps, /^[A-Z].*\.$/);
      assert.match(policy.url, /^https:\/\/docs\.aws\.amazon\.com\//);
      assert.ok(Number(policy.severity) > 0 && policy.tagsList.length > 0, policy.name);
      assert.equal(policy.policyType, PolicyType.POLICY_TYPE_RESOURCE);
    }
  });

  it("has one version", () => {
    const version = (JSON.parse(read("package.json")) as { version: string }).version;
    assert.equal(/^version: (\S+)$/m.exec(read("PulumiPolicy.yaml"))?.[1], version);
  });

  it("loads nothing of @pulumi/aws, which would cost half a second in each preview", () => {
    assert.deepEqual(
      Object.keys(require.cache).filter((file) => file.includes(`${path.sep}@pulumi${path.sep}aws${path.sep}`)),
      [],
    );
  });

  it("launches golden AMIs in every environment, and no pasted one", async () => {
    const approval = rules.filter((rule) => rule.name.endsWith("-approved") || rule.name.endsWith("-encrypted"));
    for (const name of ENVIRONMENTS) {
      const settings = environment(name);
      const template = (imageId: string): Registration => ({
        type: "aws:ec2/launchTemplate:LaunchTemplate",
        name: "fleet",
        inputs: { imageId },
      });
      const levels = Object.fromEntries(approval.map((rule) => [rule.name, settings[rule.name] ?? {}]));
      const parameters = [APPROVED_PARAMETERS, approvedParameter("*", name)];
      assert.deepEqual(settings["ami-is-approved"]?.["approvedSsmParameters"], parameters);
      for (const image of [approvedImage("web"), imageInParameter(approvedParameter("web", name))]) {
        assert.deepEqual(await judge(approval, [template(image)], levels), []);
      }
      const other = ENVIRONMENTS.find((environment) => environment !== name);
      const [elsewhere] = await judge(approval, [template(imageInParameter(approvedParameter("web", other)))], levels);
      assert.match(
        elsewhere ?? "",
        /^mandatory fleet: imageId is the AMI in the parameter \/golden-ami\/web\/\w+\/approved, which is not approved/,
      );
      const [line] = await judge(approval, [template("ami-0123456789abcdef0")], levels);
      assert.match(line ?? "", /^mandatory fleet: imageId is ami-0123456789abcdef0, which is not approved/);
    }
  });
});

/** A resource that breaks each rule that judges its type, in one property that is known. */
const broken: Registration[] = [
  { type: "aws:ebs/volume:Volume", name: "volume", inputs: { encrypted: false } },
  {
    type: "aws:ec2/instance:Instance",
    name: "instance",
    inputs: {
      ami: "ami-0aaaaaaaaaaaaaaaa",
      rootBlockDevice: { encrypted: false },
      metadataOptions: { httpTokens: "optional" },
      disableApiTermination: false,
    },
  },
  {
    type: "aws:ec2/launchTemplate:LaunchTemplate",
    name: "template",
    inputs: {
      imageId: "ami-0aaaaaaaaaaaaaaaa",
      blockDeviceMappings: [{ deviceName: "/dev/sdf", ebs: { encrypted: "false" } }],
    },
  },
];

describe("every rule", () => {
  it("shows a known violation whatever else is unknown", async () => {
    for (const resource of broken) {
      const known = await judge(rules, [resource]);
      const mandatory = known.filter((line) => line.startsWith("mandatory"));
      assert.ok(mandatory.length > 0);
      const fields = ["size", "kmsKeyId", "snapshotId", "ebsBlockDevices", "launchTemplate", "userData", "region"];
      const unknowns = Object.fromEntries(fields.map((field) => [field, UNKNOWN_VALUE]));
      const lines = await judge(rules, [{ ...resource, inputs: { ...unknowns, ...resource.inputs } }]);
      assert.deepEqual(
        mandatory.filter((line) => !lines.includes(line)),
        [],
      );
    }
  });
});
