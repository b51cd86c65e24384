import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { type StackReport } from "../../src/document";
import { previewProject } from "../../src/preview/preview-project";
import { exitStatus, renderStack, REPORT_FORMATS, terminalStyle, toJson, writeReport } from "../../src/reports/index";
import { pack, previewOptions, TemporaryProgram } from "./harness";

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
    texts = new Map([["terminal", renderStack(report, terminalStyle(process.stdout))]]);
    for (const format of REPORT_FORMATS) {
      const file = program.path(path.join("reports", format));
      await writeReport(format, file, document, "Pulumi.yaml");
      texts.set(format, fs.readFileSync(file, "utf8"));
    }
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
    const before = process.env["PULUMI_CONFIG_PASSPHRASE"];
    try {
      process.env["PULUMI_CONFIG_PASSPHRASE"] = "swordfish";
      const report = await program.preview();
      assert.deepEqual(report.outputs, { login: "application/[secret]" });
      const printed = JSON.stringify(report.diagnostics);
      assert.match(printed, /printed application \[secret\] /);
      assert.doesNotMatch(printed, /p&q|p\\+u0026q/);
    } finally {
      if (before === undefined) {
        delete process.env["PULUMI_CONFIG_PASSPHRASE"];
      } else {
        process.env["PULUMI_CONFIG_PASSPHRASE"] = before;
      }
      program.remove();
    }
  });
});
