import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { type PreviewDocument, type StackReport } from "../../src/document";
import { previewProject } from "../../src/preview/preview-project";
import { exitStatus, renderStack, REPORT_FORMATS, terminalStyle, toJson, writeReport } from "../../src/reports/index";
import { pack, preflight, previewOptions, TemporaryProgram, told } from "./harness";

const PASSWORD = 'hunter2 "quoted"';

/** A program that does with a secret of its configuration what it should not. */
const FILES = {
  "Pulumi.yaml":
    "name: tried\nruntime: { name: nodejs, options: { typescript: false } }\n" +
    "config:\n  password: { type: string, secret: true }\n  login: { type: string, secret: true }\n",
  "index.js": `
    const pulumi = require("@pulumi/pulumi");
    const config = new pulumi.Config();
    const password = config.require("password");
    console.log("printed " + password);
    console.log("as JSON " + JSON.stringify({ password }));
    pulumi.log.warn("logged " + password);
    class Thing extends pulumi.CustomResource {
      constructor(name, args) {
        super("made:index:Thing", name, args);
      }
    }
    new Thing("thing", { plain: "db://" + password, kept: config.requireSecret("password"), near: "hunter" });
    exports.plain = { list: [password] };
    exports.token = config.requireObject("login").token;`,
  ...pack(
    "pack",
    `    
    new PolicyPack("tells", {
      policies: [
        {
          name: "tells-all",
          description: "tells",
          enforcementLevel: "mandatory",
          validateResource: (args, report) => args.props.kept && report("found " + args.props.kept),
        },
      ],
    });`,
  ),
};

/** The password "p&q", sealed by the Pulumi CLI with the passphrase "swordfish", and a name that is none. */
const SEALED = `encryptionsalt: v1:kOEZFsX26b4=:v1:hFcyME8LGdR8tsv0:IUkffuo+I+oM2jcQ3ck6FkAOlYzk+A==
config:
  db:
    user: application
    password: { secure: "v1:GFDbFqqWFrxctxkc:iSaYPCouRpjs7BNeIjajFoRKJQ==" }
`;

/** What each report of a document of one stack says. */
async function reportsOf(program: TemporaryProgram, document: PreviewDocument): Promise<Map<string, string>> {
  const texts = new Map([["terminal", renderStack(document.stacks[0] as StackReport, terminalStyle(process.stdout))]]);
  for (const format of REPORT_FORMATS) {
    const file = program.path(path.join("reports", format));
    await writeReport(format, file, document, "Pulumi.yaml");
    texts.set(format, fs.readFileSync(file, "utf8"));
  }
  return texts;
}

/** Does something while an environment variable has another value. */
async function withVariable<T>(name: string, value: string | undefined, work: () => Promise<T>): Promise<T> {
  const before = process.env[name];
  const set = (text: string | undefined): unknown =>
    text === undefined ? delete process.env[name] : (process.env[name] = text);
  try {
    set(value);
    return await work();
  } finally {
    set(before);
  }
}

describe("the secrets of a stack's configuration", () => {
  let program: TemporaryProgram;
  let report: StackReport;
  let texts: Map<string, string>;

  before(async function () {
    this.timeout(120_000);
    program = new TemporaryProgram(FILES);
    const options = previewOptions(program.root, {
      config: { password: PASSWORD, login: JSON.stringify({ token: "hunter2-token" }) },
      policyPacks: [{ directory: program.path("pack") }],
    });
    const { document } = await previewProject(options);
    report = document.stacks[0] as StackReport;
    assert.equal(exitStatus(document), 1, toJson(document));
    texts = await reportsOf(program, document);
  });

  after(() => program.remove());

  for (const format of ["terminal", ...REPORT_FORMATS]) {
    it(`are nowhere in the ${format} report, whatever the program did with them`, () => {
      const text = texts.get(format) ?? "";
      assert.notEqual(text, "");
      assert.equal(text.includes("hunter2"), false, text);
    });
  }

  it("are hidden within what is around them, and only they", () => {
    const thing = report.resources.find(({ name }) => name === "thing");
    assert.deepEqual(thing?.inputs, { plain: "db://[secret]", kept: "[secret]", near: "hunter" });
    assert.deepEqual(report.outputs, { plain: { list: ["[secret]"] }, token: "[secret]" });
    assert.equal(report.violations[0]?.message, "tells\nfound [secret]");
  });
});

/** Values that nothing but the SDK's own marker says are secret, and the ways in which a program may give them away. */
const MARKED = {
  "lookups.dev.json": JSON.stringify({
    invokes: [{ token: "made:index:getToken", result: { token: { "fn::secret": "answered-hunter2" } } }],
    stackReferences: { "acme/db/dev": { password: { "fn::secret": "referenced-hunter2" } } },
  }),
  "index.js": `
    const pulumi = require("@pulumi/pulumi");
    class Thing extends pulumi.CustomResource {
      constructor(name, args, opts) {
        super("made:index:Thing", name, args, opts);
      }
    }
    class Group extends pulumi.ComponentResource {
      constructor(name) {
        super("made:index:Group", name);
        this.registerOutputs({ key: pulumi.secret("component-hunter2") });
      }
    }
    module.exports = (async () => {
      const { token } = await pulumi.runtime.invoke("made:index:getToken", { key: pulumi.secret("argument-hunter2") });
      const other = new pulumi.StackReference("acme/db/dev");
      new Group("group");
      const all = ["hunter2-input", "changed-hunter2", "argument-hunter2", "component-hunter2", token, "referenced-hunter2", 123456789];
      new Thing("named-hunter2-input", {
        kept: pulumi.secret({ list: [all[0]], pin: 123456789 }),
        other: other.getOutput("password"),
        plain: { text: all.join(" "), pin: 123456789, ["key-" + all[0]]: "b64:" + Buffer.from(all[0]).toString("base64") },
      });
      new Thing("transformed", { value: pulumi.secret("changed-hunter2") }, {
        transforms: [({ props, opts }) => ({ props: { ...props, value: "other" }, opts })],
      });
      new Thing("additional", { key: "additional-hunter2" }, { additionalSecretOutputs: ["key"] });
      all.push("additional-hunter2");
      console.log("printed " + all.join(" "));
      console.error(new Error("printed error " + all.join(" ")));
      await pulumi.log.warn("logged " + all.join(" "));
      await pulumi.runtime.invoke("made:index:getOther", { plain: "p-" + all.join("-"), kept: 1 }).catch(() => undefined);
      if (process.env.FAIL_WITH_SECRETS) {
        throw new Error("failed with " + all.join(" "));
      }
      return { plain: all, json: JSON.stringify({ all }) };
    })();`,
  ...pack(
    "pack",
    `new PolicyPack("tells", {
      policies: [
        {
          name: "tells-all",
          description: "tells",
          enforcementLevel: "mandatory",
          validateResource: ({ props }, report) => props.kept && report("found " + JSON.stringify(props)),
        },
        {
          name: "tells-more",
          description: "tells",
          enforcementLevel: "advisory",
          validateStack: ({ resources }, report) => report("found " + JSON.stringify(resources.map(({ props, urn }) => [props, urn]))),
        },
      ],
    });`,
  ),
};

describe("the secrets that a program marks", () => {
  let program: TemporaryProgram;
  const texts = new Map<string, string>();

  before(async function () {
    this.timeout(120_000);
    program = new TemporaryProgram(MARKED);
    for (const [ending, fails] of [
      ["", undefined],
      [" of a program that fails", "yes"],
    ] as const) {
      const { document } = await withVariable("FAIL_WITH_SECRETS", fails, () =>
        previewProject(previewOptions(program.root, { policyPacks: [{ directory: program.path("pack") }] })),
      );
      assert.equal(exitStatus(document), fails === undefined ? 1 : 3, toJson(document));
      for (const [format, text] of await reportsOf(program, document)) {
        texts.set(format + ending, text);
      }
    }
  });

  after(() => program.remove());

  for (const format of ["terminal", ...REPORT_FORMATS].flatMap((name) => [name, `${name} of a program that fails`])) {
    it(`are nowhere in the ${format}, whatever the program and the pack did with them`, () => {
      const text = texts.get(format) ?? "";
      assert.match(text, format.endsWith("fails") ? /failed with \\?\[secret/ : /found/);
      assert.doesNotMatch(text, /hunter2|aHVudGVyMi1pbnB1d|123456789/);
    });
  }

  it("leave what is around them", () => {
    const { stacks } = JSON.parse(texts.get("json") ?? "") as PreviewDocument;
    const report = stacks[0] as StackReport;
    const thing = report.resources.find(({ name }) => name === "named-[secret]");
    const all = "[secret] [secret] [secret] [secret] [secret] [secret] [secret]";
    assert.deepEqual(thing?.inputs, {
      kept: "[secret]",
      other: "[secret]",
      plain: { text: all, pin: "[secret]", "key-[secret]": "b64:[secret]==" },
    });
    assert.equal(thing.urn, "urn:pulumi:dev::tried::made:index:Thing::named-[secret]");
    const said = told(report);
    assert.ok(said.includes(`printed ${all} [secret]\n`), said);
  });

  it("are no part of what `preflight lookups` writes", async function () {
    this.timeout(60_000);
    const run = await preflight(["lookups", "--cwd", program.root, "--stack", "dev"]);
    const written = fs.readFileSync(program.path("lookups.dev.json"), "utf8");
    assert.equal(run.status, 0, run.stdout + run.stderr);
    assert.match(written, /"token": "made:index:getOther",\n +"args": \{\n +"kept": 1\n +\}/);
    assert.doesNotMatch(written.replaceAll("answered-hunter2", "").replaceAll("referenced-hunter2", ""), /hunter2/);
  });
});

describe("an object of a stack's configuration with a secret in it", () => {
  it("hides the secret, and shows what stands beside it", async function () {
    this.timeout(60_000);
    const program = new TemporaryProgram({
      "Pulumi.dev.yaml": SEALED,
      "index.js": `
        const pulumi = require("@pulumi/pulumi");
        const { user, password } = new pulumi.Config().requireObject("db");
        console.log("printed " + user + " " + password + " " + process.env.PULUMI_CONFIG);
        exports.login = user + "/" + password;`,
    });
    try {
      const report = await withVariable("PULUMI_CONFIG_PASSPHRASE", "swordfish", () => program.preview());
      assert.deepEqual(report.outputs, { login: "application/[secret]" });
      const printed = JSON.stringify(report.diagnostics);
      assert.match(printed, /printed application \[secret\] /);
      assert.doesNotMatch(printed, /p&q|p\\+u0026q/);
    } finally {
      program.remove();
    }
  });
});
