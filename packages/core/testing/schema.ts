import * as assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type PackageSpec, type Property } from "@pulumi/pulumi/provider/experimental/schema";
import { inferSchema } from "./infer-schema";

/** What a number's name or description says that it is: a measure, what it counts, or what AWS calls it. */
const UNITS = [
  /\b(milliseconds?|seconds?|minutes?|hours?|days?|months?|years?)\b/i,
  /(Milliseconds|Seconds|Minutes|Hours|Days|Months|Years)$/,
  /(Gi|Mi|Ki)B\b|\bbytes?\b|Bytes$/,
  /\bper ?cent\b|%|Percent$/i,
  /\b(number|count|how (many|few)|addresses|copies|instances|requests|snapshots|targets|units|zones)\b|Count$/i,
  /\b(ports?|priority|weights?|status)\b|(Port|Priority|Weight|Status)$/i,
];

/**
 * Holds a component package to its `schema.json`, which Pulumi makes SDKs of for other languages: it is what Pulumi
 * infers, and says of everything what it is, in which unit, and what holds without it.
 *
 * With `UPDATE_SCHEMA` in the environment (`npm run schema`) it writes the file first.
 *
 * @param directory The package's directory `test/`.
 */
export function describeSchema(directory: string): void {
  const root = join(directory, "..");
  const file = join(root, "schema.json");

  describe("schema", () => {
    let schema: PackageSpec;

    before(function () {
      // Pulumi's inference parses the declarations of the AWS SDK.
      this.timeout(120_000);
      schema = inferSchema(root);
      if (process.env["UPDATE_SCHEMA"] !== undefined) {
        writeFileSync(file, `${JSON.stringify(schema, undefined, 2)}\n`);
      }
    });

    it("is what schema.json says; `npm run schema` writes it", () => {
      const kept = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as unknown) : undefined;
      // What is undefined has no place in JSON.
      assert.deepEqual(kept, JSON.parse(JSON.stringify(schema)));
    });

    it("says of everything what it is, of numbers in which unit, of what is optional its default", () => {
      assert.deepEqual(undocumented(schema), []);
    });
  });
}

/** What a schema leaves its readers to guess. */
export function undocumented({ resources, types }: Pick<PackageSpec, "resources" | "types">): string[] {
  return [
    ...Object.entries(resources).flatMap(([token, resource]) => [
      ...undescribed(token, resource.description),
      ...wrongProperties(token, resource.inputProperties, resource.requiredInputs),
      // An output is what AWS says: it has no default.
      ...wrongProperties(token, resource.properties, Object.keys(resource.properties ?? {})),
    ]),
    ...Object.entries(types).flatMap(([token, type]) => [
      ...undescribed(token, type.description),
      ...wrongProperties(token, type.properties, type.required),
    ]),
  ];
}

function wrongProperties(
  token: string,
  properties: Record<string, Property> = {},
  required: readonly string[] = [],
): string[] {
  return Object.entries(properties).flatMap(([name, property]) => {
    const where = `${token}.${name}`;
    const description = property.description ?? "";
    return [
      ...undescribed(where, description.replace(/ ?Default: .*$/, "")),
      ...(isNumber(property) && !UNITS.some((unit) => unit.test(description) || unit.test(name))
        ? [`${where} has no unit: ${description}`]
        : []),
      ...(required.includes(name) || description.includes("Default: ") ? [] : [`${where} has no default`]),
    ];
  });
}

function undescribed(where: string, description: string | undefined): string[] {
  return description === undefined || description === "" ? [`${where} has no description`] : [];
}

function isNumber(property: Property): boolean {
  const type = "type" in property ? property.type : undefined;
  return type === "number" || type === "integer" || (property.items !== undefined && isNumber(property.items));
}
