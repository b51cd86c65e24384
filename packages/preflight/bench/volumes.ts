import * as fs from "node:fs";
import * as path from "node:path";

/** Writes a program of so many volumes, as a project with one stack. */
export function writeVolumes(folder: string, count: number, modules: string): void {
  fs.mkdirSync(folder, { recursive: true });
  const files: Record<string, string> = {
    "Pulumi.yaml": `name: volumes-${count}\nruntime: nodejs\n`,
    "Pulumi.dev.yaml": "config:\n  aws:region: eu-west-1\n",
    "package.json": `${JSON.stringify({ name: `volumes-${count}`, main: "index.ts" })}\n`,
    // The engine would check types at every run: here both sides only compile.
    "tsconfig.json": `${JSON.stringify({ compilerOptions: { noCheck: true } })}\n`,
    "index.ts": [
      'import * as aws from "@pulumi/aws";',
      "",
      `for (let index = 0; index < ${count}; index++) {`,
      '  new aws.ebs.Volume(`volume-${index}`, { availabilityZone: "eu-west-1a", size: 8, encrypted: true });',
      "}",
      "",
    ].join("\n"),
  };
  for (const [name, text] of Object.entries(files)) {
    fs.writeFileSync(path.join(folder, name), text);
  }
  fs.symlinkSync(modules, path.join(folder, "node_modules"));
}
