import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { previewBoth, withProgram } from "./harness/both";
import { type ProjectCopy } from "./harness/project";
import { describeEngine, itEach } from "./harness/suite";

/** A pack in JavaScript that has nothing to say. */
const PACK = {
  "PulumiPolicy.yaml": "runtime: nodejs\n",
  "package.json": `{ "name": "pack", "version": "1.0.0" }`,
  "index.js": `new (require("@pulumi/policy").PolicyPack)("pack", { policies: [] });`,
};

/** A folder of a pack that neither side takes. */
interface Refused {
  because: string;
  /** Its files over those of a pack that both take, by path; `undefined` for none. */
  files: Record<string, string | undefined>;
  /** What both say of it, where it is one reason for both. */
  says: RegExp;
  /** What preflight says instead, where it knows more. */
  preflightSays?: RegExp;
}

const refused: Refused[] = [
  {
    because: "has a tsconfig.json that extends a missing file",
    files: { "tsconfig.json": `{ "extends": "../nowhere.json" }` },
    says: /error TS5083: Cannot read file '.*nowhere\.json'/,
  },
  {
    because: "has a tsconfig.json with an option that is none",
    files: { "tsconfig.json": `{ "compilerOptions": { "strickt": true } }` },
    says: /error TS5025: Unknown compiler option 'strickt'/,
  },
  {
    because: "has a tsconfig.json with a value that is none",
    files: { "tsconfig.json": `{ "compilerOptions": { "target": "es1" } }` },
    says: /error TS6046: Argument for '--target' option must be/,
  },
  {
    because: "has not been built",
    files: {
      "PulumiPolicy.yaml": "runtime: { name: nodejs, options: { typescript: false } }\n",
      "package.json": `{ "name": "pack", "version": "1.0.0", "main": "bin/index.js" }`,
      "index.js": undefined,
    },
    says: /Please verify that the package\.json has a valid "main" entry/,
  },
  {
    because: 'starts where "main" of PulumiPolicy.yaml points, which nobody reads',
    files: { "PulumiPolicy.yaml": "runtime: nodejs\nmain: lib\n", "index.js": undefined, "lib/index.js": "" },
    says: /Your program's 'main' file \(.*index\.js\) does not exist/,
  },
  {
    because: "passes Node.js arguments that the SDK's host takes for its own",
    files: { "PulumiPolicy.yaml": "runtime: { name: nodejs, options: { nodeargs: --enable-source-maps } }\n" },
    says: /usage: RUN <engine-address> <program>/,
  },
  {
    because: "has another ending to its PulumiPolicy.yaml",
    files: { "PulumiPolicy.yaml": undefined, "PulumiPolicy.yml": "runtime: nodejs\n" },
    says: /PulumiPolicy\.yaml/,
  },
  {
    because: "has a JSON file of its name beside it, which Node.js loads in its place",
    files: { "../pack.json": "{}" },
    says: /policy pack not started/,
    preflightSays: /Node\.js loads .*pack\.json in its place/,
  },
];

const accepted: Omit<Refused, "says">[] = [
  { because: "is all JavaScript", files: {} },
  {
    because: "has TypeScript sources, whatever `typescript` says",
    files: {
      "PulumiPolicy.yaml": "runtime: { name: nodejs, options: { typescript: false } }\n",
      "index.js": undefined,
      "index.ts": `import { PolicyPack } from "@pulumi/policy";\nnew PolicyPack("pack", { policies: [] });\n`,
    },
  },
  {
    because: "has options of the compiler that do not go together",
    files: { "tsconfig.json": `{ "compilerOptions": { "sourceMap": true, "inlineSourceMap": true } }` },
  },
];

describeEngine("preflight refuses what the engine cannot start, a pack that", () => {
  itEach(
    refused,
    ({ because }) => because,
    ({ files, says, preflightSays = says }) =>
      withProgram("starts", async (project) => {
        const { run, code, errors } = await previewBoth(project, "dev", { policyPacks: [writePack(project, files)] });
        assert.notEqual(run.code, 0, run.output);
        assert.match(run.output, says);
        assert.ok(code === 2 || code === 3, `${code}`);
        assert.match(errors, preflightSays);
      }),
  );
});

describeEngine("preflight starts what the engine starts, a pack that", () => {
  itEach(
    accepted,
    ({ because }) => because,
    ({ files }) =>
      withProgram("starts", async (project) => {
        const options = { policyPacks: [writePack(project, files)] };
        const { run, code, report, errors } = await previewBoth(project, "dev", options);
        assert.equal(run.code, 0, run.output);
        assert.equal(code, 0, errors);
        assert.deepEqual(report.packs, [{ name: "pack", version: "1.0.0", policies: 0 }]);
      }),
  );
});

function writePack(project: ProjectCopy, files: Refused["files"]): string {
  const folder = path.join(project.root, "pack");
  for (const [file, text] of Object.entries<string | undefined>({ ...PACK, ...files })) {
    if (text !== undefined) {
      fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      fs.writeFileSync(path.join(folder, file), text);
    }
  }
  return folder;
}
