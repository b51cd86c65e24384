import * as assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import * as path from "node:path";
import { APPROVED_PARAMETERS, approvedImage } from "@groundwork/core/src/golden-ami";
import * as fc from "fast-check";
import { rules } from "../rules";
import { info, judge, load, UNKNOWN_VALUE, type Registration, type RuleSettings } from "./support/pack";

const requireRule = createRequire(__filename);
const ROOT = path.join(__dirname, "..");
const ENVIRONMENTS = ["dev", "prod", "shared", "staging"];

function read(file: string): string {
  return readFileSync(path.join(ROOT, file), "utf8");
}

/** The files of rules or of their tests, as `service/rule`. */
function ruleFiles(directory: string, suffix: string): string[] {
  return readdirSync(path.join(ROOT, directory), { recursive: true, encoding: "utf8" })
    .map((file) => file.split(path.sep).join("/"))
    .filter((file) => file.includes("/") && file.endsWith(suffix))
    .map((file) => file.slice(0, -suffix.length))
    .sort();
}

function camelCase(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

const names = rules.map((rule) => rule.name).sort();

describe("the pack", () => {
  it("has one file, one test, one export and one row in the README for each rule", () => {
    const files = ruleFiles("rules", ".ts");
    assert.deepEqual(files.map((file) => path.basename(file)).sort(), names);
    assert.deepEqual(ruleFiles("test/rules", ".test.ts"), files);
    for (const file of files) {
      const exported = requireRule(`../rules/${file}`) as Record<string, { name: string }>;
      const exportedName = camelCase(path.basename(file));
      assert.deepEqual(Object.keys(exported), [exportedName]);
      assert.equal(exported[exportedName]?.name, path.basename(file));
    }
    const rows = [...read("README.md").matchAll(/^\| `([a-z-]+)` +\|/gm)].map(([, name]) => name);
    assert.deepEqual(rows.sort(), names);
  });

  it("tells the engine what each rule is, what to do and where to read on", async () => {
    const { policiesList } = await info(rules);
    for (const policy of policiesList) {
      assert.match(policy.description, /^[A-Z].*\.$/);
      assert.match(policy.remediationSteps, /^[A-Z].*\.$/);
      assert.match(policy.url, /^https:\/\/docs\.aws\.amazon\.com\//);
      assert.ok(Number(policy.severity) > 0 && policy.tagsList.length > 0, policy.name);
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

  for (const environment of ENVIRONMENTS) {
    it(`takes its configuration for ${environment}, in which every rule is mandatory`, async () => {
      const { all, ...settings } = JSON.parse(read(`config/${environment}.json`)) as Record<string, RuleSettings>;
      assert.equal(all, "mandatory");
      await load(rules, settings);
    });
  }

  it("launches golden AMIs in every environment, and no pasted one", async () => {
    for (const environment of ENVIRONMENTS) {
      const { all: _all, ...settings } = JSON.parse(read(`config/${environment}.json`)) as Record<string, RuleSettings>;
      const template = (imageId: string): Registration => ({
        type: "aws:ec2/launchTemplate:LaunchTemplate",
        name: "fleet",
        inputs: { imageId },
      });
      assert.deepEqual(settings["ami-is-approved"]?.["approvedSsmParameters"], [APPROVED_PARAMETERS]);
      assert.deepEqual(await judge(rules, [template(approvedImage("web"))], settings), []);
      const [line] = await judge(rules, [template("ami-0123456789abcdef0")], settings);
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
    inputs: { ami: "ami-0aaaaaaaaaaaaaaaa", rootBlockDevice: { encrypted: false } },
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

/** Anything that a property can hold, and unknowns anywhere in it. */
const anything = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(UNKNOWN_VALUE),
    fc.constantFrom(null, true, false, 0, 7, "", "true", "false", "ami-0123456789abcdef0", "resolve:ssm:/a/b"),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom(
        "encrypted",
        "deviceName",
        "ebs",
        "noDevice",
        "virtualName",
        "snapshotId",
        "version",
        "id",
        "amis",
      ),
      tie("value"),
      { maxKeys: 4 },
    ),
  ),
})).value;

const inputs = fc.dictionary(
  fc.constantFrom(
    ...["ami", "imageId", "encrypted", "snapshotId", "kmsKeyId", "rootBlockDevice", "ebsBlockDevices"],
    ...["blockDeviceMappings", "launchTemplate", "sourceAmiId", "region", "enabled", "outputResources", "arn"],
  ),
  anything,
) as fc.Arbitrary<Record<string, unknown>>;

const types = fc.constantFrom(
  ...["aws:ebs/volume:Volume", "aws:ec2/instance:Instance", "aws:ec2/launchTemplate:LaunchTemplate"],
  ...["aws:ebs/encryptionByDefault:EncryptionByDefault", "aws:ebs/snapshot:Snapshot", "aws:ec2/amiCopy:AmiCopy"],
  ...["aws:ebs/snapshotCopy:SnapshotCopy", "aws:imagebuilder/image:Image"],
);

describe("every rule", () => {
  it("breaks on its known violation, so that what follows can be seen", async () => {
    const violated = new Set((await info(rules)).policiesList.map((policy) => policy.name));
    for (const rule of rules) {
      if ((await judge([rule], broken)).length > 0) {
        violated.delete(rule.name);
      }
    }
    assert.deepEqual([...violated], []);
  });

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

  it("judges whatever a program may hold without an error, at the end too", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ type: types, inputs, state: inputs, sources: fc.boolean() }), { maxLength: 6 }),
        async (resources) => {
          const registrations = resources.map(({ type, inputs, state, sources }, index): Registration => {
            const earlier = resources.slice(0, index).map((_, other) => `r${other}`);
            const each = Object.fromEntries(Object.keys(inputs).map((input) => [input, earlier]));
            return { type, name: `r${index}`, inputs, state, ...(sources && { sources: each }) };
          });
          const lines = await judge(rules, registrations);
          assert.deepEqual(
            lines.filter((line) => line.includes("The rule stopped")),
            [],
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});
