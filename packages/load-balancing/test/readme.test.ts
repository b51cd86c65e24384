import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import * as vm from "node:vm";
import { record } from "@groundwork/core/testing";
import { overviewMermaid } from "@groundwork/load-balancing";
import * as ts from "typescript";
import { example } from "./readme-example";

const ROOT = path.join(__dirname, "..");
const README = fs.readFileSync(path.join(ROOT, "README.md"), "utf8");

/** The README's examples in TypeScript. */
const examples = [...README.matchAll(/```ts\n([\s\S]*?)```/g)].map((match) => match[1] ?? "");

describe("README", () => {
  it("shows the picture that the generator draws of the example, so that neither goes stale", async () => {
    const [, shown] = /<!-- overview -->\n\n```mermaid\n([\s\S]*?)```\n\n<!-- \/overview -->/.exec(README) ?? [];
    assert.equal(shown, overviewMermaid(await record(example)));
  });

  it("has examples that compile", function () {
    this.timeout(300000);
    const files = new Map(examples.map((code, index) => [path.join(ROOT, "test", `readme-${index}.ts`), code]));
    const { config } = ts.readConfigFile(path.join(ROOT, "tsconfig.json"), (file) => ts.sys.readFile(file)) as {
      config: unknown;
    };
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
    const host = ts.createCompilerHost(options);
    host.readFile = (file) => files.get(path.normalize(file)) ?? ts.sys.readFile(file);
    host.fileExists = (file) => files.has(path.normalize(file)) || ts.sys.fileExists(file);
    const program = ts.createProgram([...files.keys()], options, host);
    const messages = [...files.keys()].flatMap((file) => {
      const source = program.getSourceFile(file);
      return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
        ({ messageText }) => `${path.basename(file)}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`,
      );
    });
    assert.deepEqual(messages, []);
    assert.equal(files.size, 9);
  });

  it("has examples that are accepted", async () => {
    const programs = examples.filter((code) =>
      /new (Application|Network)LoadBalancer\(|new ListenerRules\(/.test(code),
    );
    assert.equal(programs.length, 8);
    for (const code of programs) {
      const { outputText } = ts.transpileModule(code, { compilerOptions: { module: ts.ModuleKind.CommonJS } });
      const resources = await record(() => {
        // What the examples import is resolved as from a file beside this one.
        const run = vm.compileFunction(outputText, ["require", "exports", "__dirname"]) as (...args: unknown[]) => void;
        run(require, {}, __dirname);
      });
      const own = code.includes("new ListenerRules(")
        ? "aws:lb/listenerRule:ListenerRule"
        : "aws:lb/loadBalancer:LoadBalancer";
      assert.ok(resources.some(({ type }) => type === own));
    }
  });
});
