import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { run } from "../src/run";

const PROJECT = path.join(__dirname, "..", "..", "..");

describe("npm run forecast", function () {
  this.timeout(120_000);

  let cwd: string;

  before(() => (cwd = mkdtempSync(path.join(tmpdir(), "forecast-"))));
  after(() => rmSync(cwd, { recursive: true }));

  /** What a call prints, complains of and exits with. */
  async function call(...argv: string[]): Promise<{ status: number; output: string; errors: string }> {
    const said = { output: "", errors: "" };
    const status = await run(argv, {
      project: PROJECT,
      cwd,
      print: (text) => (said.output += text),
      complain: (text) => (said.errors += `${text}\n`),
    });
    return { status, ...said };
  }

  for (const environment of ["dev", "staging", "prod"]) {
    it(`forecasts ${environment} by its preview and the figures of the stacks`, async () => {
      const { status, output, errors } = await call(environment);
      assert.deepEqual([status, errors], [0, ""]);
      assert.match(output, new RegExp(`^${environment}: \\$[\\d.,]+ a month in the last year of the forecast`, "m"));
    });
  }

  it("prints a document for other tools, and writes a picture", async () => {
    const { status, output } = await call("prod", "--json", "--svg", "prod.svg", "--months", "3");
    assert.equal(status, 0);
    const document = JSON.parse(output) as { version: number; policies: { forecast: { costs: unknown[] } }[] };
    assert.deepEqual([document.version, document.policies[0]!.forecast.costs.length], [1, 3]);
    const svg = readFileSync(path.join(cwd, "prod.svg"), "utf8");
    assert.match(svg, /^<svg [^>]*>\n<title>What the snapshots of prod will store and cost<\/title>/);
    assert.equal(svg.match(/<text[^>]*>US dollars a month/g)?.length, document.policies.length);
    assert.doesNotMatch(svg, /NaN|Infinity|undefined/);
  });

  it("tells how to call it", async () => {
    const { status, output } = await call("--help");
    assert.equal(status, 0);
    assert.match(output, /npm run forecast -- ENVIRONMENT/);
  });

  it("exits with 2 for what the caller can mend, in one line", async () => {
    writeFileSync(path.join(cwd, "figures.yaml"), "defaults: { writtenPercent: 101 }\ncolour: red\n");
    writeFileSync(path.join(cwd, "broken.yaml"), "defaults: {");
    const wrong: [string[], RegExp][] = [
      [[], /^0 environments are named, but it takes one; `npm run forecast -- --help` tells how to call it\.\n$/],
      [["dev", "prod"], /^2 environments are named/],
      [["dev", "--colour"], /^Unknown option '--colour'/],
      [["dev", "--months", "121"], /^--months is "121", but must be a whole number from 1 to 120;/],
      [["nowhere"], /^unknown stack "nowhere"/],
      [
        ["dev", "--figures", "none.yaml"],
        /none\.yaml cannot be read: ENOENT.*; correct it, or name another by --figures\.\n$/,
      ],
      [["dev", "--figures", "broken.yaml"], /broken\.yaml cannot be read: /],
      [
        ["dev", "--figures", "figures.yaml"],
        /figures\.colour is unknown.*\n.*figures\.defaults\.writtenPercent is 101, but must be/,
      ],
      [["dev", "--svg", "no/where.svg"], /where\.svg cannot be written: ENOENT.*; name another file by --svg\.\n$/],
    ];
    for (const [argv, message] of wrong) {
      const { status, output, errors } = await call(...argv);
      assert.deepEqual([status, output], [2, ""], argv.join(" "));
      assert.match(errors, message);
    }
  });
});
