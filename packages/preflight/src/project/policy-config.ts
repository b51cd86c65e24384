import * as path from "node:path";
import { PreflightError } from "../errors";
import { type EnforcementLevel, type Json } from "../document";
import { didYouMean } from "../files/closest";
import { type JsonNode, jsonValue } from "../files/json-text";
import { isFile, readText, whatIsAt } from "../files/disk";
import { type JsonFile, parseJsonFile } from "../files/json-file";
import { Problems } from "../files/problems";
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
      `the policy pack configuration ${configFile} ${whatIsAt(configFile)}; name a JSON file with --policy-pack-config.`,
    );
  }
  const text = readText(configFile);
  if (text.trim() === "") {
    return { configFile, config: {} };
  }
  return { configFile, config: new Reader(parseJsonFile(configFile, text)).read() };
}

class Reader {
  private readonly problems: Problems<JsonNode>;

  constructor(private readonly json: JsonFile) {
    this.problems = new Problems(json);
  }

  read(): PolicyConfig {
    const { root } = this.json;
    const config: PolicyConfig = {};
    if (root.value instanceof Map) {
      for (const [policy, node] of root.value) {
        const settings = this.settings(policy, node);
        if (settings.level !== undefined || Object.keys(settings.properties).length > 0) {
          config[policy] = settings;
        }
      }
    } else {
      this.problems.add(
        root,
        'a pack\'s configuration must be an object of policies; write { "<policy>": "mandatory" }.',
      );
    }
    this.problems.done();
    return config;
  }

  private settings(policy: string, node: JsonNode): PolicySettings {
    if (policy === "environments") {
      this.problems.add(
        node,
        '"environments" names Pulumi ESC environments, which only Pulumi Cloud can open; remove it here.',
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
      const found = JSON.stringify(jsonValue(node));
      const hint = didYouMean(
        typeof node.value === "string" ? node.value : "",
        LEVELS,
        `the levels are ${LEVELS.join(", ")}.`,
        (near) => `"${near}"`,
      );
      this.problems.add(node, `"${key}" must be ${allowed}, but is ${found}; ${hint}`);
    }
    return level;
  }
}
