import { createRequire } from "node:module";
import { join } from "node:path";
import { Analyzer } from "@pulumi/pulumi/provider/experimental/analyzer";
import { getPulumiComponents } from "@pulumi/pulumi/provider/experimental/provider";
import { type ComplexType, generateSchema, type PackageSpec } from "@pulumi/pulumi/provider/experimental/schema";
import type * as ts from "typescript";
import { type Declaration, declarationsIn, descriptionOf, foldTags } from "./schema-docs";

/**
 * The namespace of the SDKs that Pulumi generates: `@groundwork-sdk/network` in Node.js, `groundwork_sdk_network` in
 * Python. Pulumi's own choice, the npm scope, would give an SDK the name of the npm package that it would replace.
 */
export const SDK_NAMESPACE = "groundwork-sdk";

/** What Pulumi infers of a component package, and what it leaves out: the types' descriptions, and what stands in tags. */
export function inferSchema(directory: string): PackageSpec {
  const load = createRequire(join(directory, "package.json"));
  const manifest = load("./package.json") as { name: string; version: string; description: string };
  const name = manifest.name.slice(manifest.name.indexOf("/") + 1);
  const constructors = getPulumiComponents(load("./index"));

  const analyzer = new Analyzer(directory, name, manifest, new Set(constructors.map((each) => each.name)));
  const { program } = analyzer as unknown as { program: ts.Program };
  const sources = program
    .getSourceFiles()
    .filter(({ fileName }) => !fileName.includes("/node_modules/") && !fileName.startsWith(join(directory, "test/")));
  sources.forEach(foldTags);

  const { components, typeDefinitions, dependencies } = analyzer.analyze();
  const { version, description } = manifest;
  const schema = generateSchema(name, version, description, components, typeDefinitions, dependencies, SDK_NAMESPACE);

  const declarations = sources.flatMap(declarationsIn);
  const types = Object.entries(schema.types).map(([token, type]): [string, ComplexType] => {
    const description = descriptionOf(theOnly(token.slice(token.lastIndexOf(":") + 1), declarations));
    return [token, { description, ...type }];
  });
  return { ...schema, resources: sorted(Object.entries(schema.resources)), types: sorted(types) };
}

/** The declaration of a name: of two, the schema would silently show the first for both. */
function theOnly(name: string, declarations: Declaration[]): Declaration {
  const found = declarations.filter((declaration) => declaration.name.text === name);
  if (found.length !== 1) {
    const files = found.map((declaration) => declaration.getSourceFile().fileName);
    throw new Error(`A schema's type needs one declaration, but ${name} has ${found.length}: ${files.join(", ")}`);
  }
  return found[0]!;
}

/** In alphabetical order, so that moving an import leaves the schema as it is. */
function sorted<T>(entries: [string, T][]): Record<string, T> {
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
