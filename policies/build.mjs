// Bundles the pack into bin/index.js, or into the file that is named. The rules, which a checkout finds in their folders,
// are listed here.
import { readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { build } from "esbuild";

const RULES = path.join(import.meta.dirname, "rules");

/** What the bundle holds of others comes with its licence. */
const yaml = path.dirname(createRequire(import.meta.url).resolve("yaml/package.json"));
const licence = readFileSync(path.join(yaml, "LICENSE"), "utf8");

const listRules = {
  name: "list-rules",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]policies[\\/]rules[\\/]index\.ts$/ }, () => {
      const files = readdirSync(RULES, { recursive: true })
        .map((file) => file.split(path.sep).join("/"))
        .filter((file) => file.includes("/") && file.endsWith(".ts"))
        .sort();
      const imports = files.map((file, index) => `import rule${index} from "./${file.slice(0, -".ts".length)}";`);
      const list = files.map((_, index) => `rule${index}`).join(", ");
      return { contents: `${imports.join("\n")}\nexport const rules = [${list}];\n`, loader: "ts", resolveDir: RULES };
    });
  },
};

const [target = path.join(import.meta.dirname, "bin", "index.js")] = process.argv.slice(2);
const draft = `${target}.${process.pid}`;

await build({
  absWorkingDir: import.meta.dirname,
  entryPoints: ["index.ts"],
  bundle: true,
  platform: "node",
  target: "node20",
  external: ["@pulumi/*"],
  outfile: draft,
  banner: { js: `/*!\nThis file holds yaml (https://eemeli.org/yaml).\n\n${licence}*/` },
  logLevel: "warning",
  plugins: [listRules],
});

// Another process may be making the same file, or reading it. Bundles of old states are of no use to anybody.
renameSync(draft, target);
const DAY_MS = 24 * 60 * 60 * 1000;
for (const name of readdirSync(path.dirname(target))) {
  const file = path.join(path.dirname(target), name);
  if (file !== target && Date.now() - statSync(file).mtimeMs > DAY_MS) {
    rmSync(file, { force: true });
  }
}
