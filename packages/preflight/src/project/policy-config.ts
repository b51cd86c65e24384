import * as path from "node:path";
import { PreflightError } from "../errors";
import { type EnforcementLevel, type Json } from "../document";
import { closest } from "../files/closest";
import { type JsonNode, jsonValue, lineAndColumn } from "../files/json-text";
import { isFile, parseJsonFile, readText } from "../files/markup";
import { type PolicyConfig, type PolicyPackSource, type PolicySettings } from "./types";

const LEVELS: EnforcementLevel[] = ["advisory", "mandatory", "remediate", "disabled"];

/**
 * Reads a pack's configuration, by the rules of `pulumi preview --policy-pack-config`. An empty file says nothing.
 *
 * @throws {@link PreflightError} with every mistake in the file.
 */
export function readPolicyConfig(file: string): Required<Pick<PolicyPackSource, "config" | "configFile">> {
  const configFile = path.resolve(file);
  if (!isFile(configFile)) {
    throw new PreflightError(
      "configuration",
      `the policy pack configuration ${configFile} does not exist; name a JSON file with --policy-pack-config.`,
    );
  }
  const text = readText(configFile);
  if (text.trim() === "") {
    return { configFile, config: {} };
  }
  return { configFile, config: new Reader(configFile, text).read(parseJsonFile(configFile, text)) };
}

class Reader {
  private readonly problems: string[] = [];

  constructor(
    private readonly file: string,
    private readonly text: string,
  ) {}

  read(root: JsonNode): PolicyConfig {
    const config: PolicyConfig = {};
    if (root.value instanceof Map) {
      for (const [policy, node] of root.value) {
        const settings = this.settings(policy, node);
        if (settings.level !== undefined || Object.keys(settings.properties).length > 0) {
          config[policy] = settings;
        }
      }
    } else {
      this.problem(root, 'a pack\'s configuration must be an object of policies; write { "<policy>": "mandatory" }');
    }
    if (this.problems.length > 0) {
      throw new PreflightError("configuration", this.problems.join("\n"));
    }
    return config;
  }

  private settings(policy: string, node: JsonNode): PolicySettings {
    if (policy === "environments") {
      this.problem(
        node,
        '"environments" names Pulumi ESC environments, which only Pulumi Cloud can open; remove it here',
      );
      return { properties: {} };
    }
    if (!(node.value instanceof Map)) {
      const level = this.level(policy, node, "a level or an object");
      return { ...(level === undefined ? {} : { level }), properties: {} };
    }
    const given = node.value.get("enforcementLevel");
    const level = given === undefined ? undefined : this.level(`${policy}.enforcementLevel`, given, "a level");
    const properties = jsonValue(node) as { [name: string]: Json };
    delete properties["enforcementLevel"];
    return { ...(level === undefined ? {} : { level }), properties };
  }

  private level(key: string, node: JsonNode, allowed: string): EnforcementLevel | undefined {
    const level = LEVELS.find((known) => known === node.value);
    if (level === undefined) {
      const meant = typeof node.value === "string" ? closest(node.value, LEVELS) : undefined;
      const found = JSON.stringify(jsonValue(node));
      const hint = meant === undefined ? `the levels are ${LEVELS.join(", ")}` : `did you mean "${meant}"?`;
      this.problem(node, `"${key}" must be ${allowed}, but is ${found}; ${hint}`);
    }
    return level;
  }

  private problem(node: JsonNode, sentence: string): void {
    const { line, column } = lineAndColumn(this.text, node.start);
    this.problems.push(`${this.file}:${line}:${column}: ${sentence}${sentence.endsWith("?") ? "" : "."}`);
  }
}
