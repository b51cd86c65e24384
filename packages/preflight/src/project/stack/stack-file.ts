import { CONFIG_KEY_RULE, fullConfigKey } from "./config-key";
import { type ConfigValue, readConfigValue } from "./config-value";
import { describeKind, type GoMap, type GoValue } from "../../files/go-values";
import { type Markup } from "../../files/markup";
import { type Problems, textAt } from "../../files/problems";

/** What Pulumi.<stack>.yaml says. */
export interface StackFile {
  /** Its values, by full key. */
  config: Map<string, ConfigValue>;
  /** The key of each value as the file spells it, by full key. */
  spelling: Map<string, string>;
  /** The full keys that the file gives no value, which Pulumi takes for empty text. */
  empty: string[];
  /** What the passphrase is mixed with; absent where another provider holds the key to the secrets. */
  salt?: string;
  /** The provider that holds that key, as `awskms://alias/x`. */
  secretsProvider?: string;
  /** Whether the stack takes configuration from Pulumi ESC. */
  hasEnvironment: boolean;
}

/** Reads Pulumi.<stack>.yaml, which may be empty. */
export function readStackFile(project: string, markup: Markup, problems: Problems): StackFile {
  const file: StackFile = { config: new Map(), spelling: new Map(), empty: [], hasEnvironment: false };
  if (markup.value === null) {
    return file;
  }
  if (!(markup.value instanceof Map)) {
    problems.add(
      [],
      `a stack's file must hold an object, but this one is ${describeKind(markup.value)}; write \`config:\`.`,
    );
    return file;
  }
  readConfig(project, markup, markup.value, file, problems);
  const salt = scalar("encryptionsalt", markup.value, problems);
  const secretsProvider = scalar("secretsprovider", markup.value, problems);
  return {
    ...file,
    ...(salt === undefined ? {} : { salt }),
    ...(secretsProvider === undefined ? {} : { secretsProvider }),
    hasEnvironment: !isEmpty(markup.value.get("environment") ?? null),
  };
}

function readConfig(project: string, markup: Markup, content: GoMap, file: StackFile, problems: Problems): void {
  const config = content.get("config") ?? null;
  if (config === null) {
    return;
  }
  if (!(config instanceof Map)) {
    problems.add(
      ["config"],
      `\`config\` must be an object, but is ${describeKind(config)}; write one key and value to a line.`,
    );
    return;
  }
  for (const [key, value] of config) {
    const full = fullConfigKey(project, key);
    const other = full === undefined ? undefined : file.spelling.get(full);
    if (full === undefined) {
      problems.add(["config", key], `"${key}" is not a configuration key; ${CONFIG_KEY_RULE}.`);
    } else if (other !== undefined) {
      problems.add(["config", key], `\`${key}\` is the same key as \`${other}\` above; keep one of them.`);
    } else {
      file.spelling.set(full, key);
      addValue(full, key, value, file, markup.file.endsWith(".json"), problems);
    }
  }
}

function addValue(
  full: string,
  key: string,
  value: GoValue,
  file: StackFile,
  isJson: boolean,
  problems: Problems,
): void {
  if (value === null && !isJson) {
    file.empty.push(full);
    file.config.set(full, "");
    return;
  }
  try {
    file.config.set(full, readConfigValue(value));
  } catch (error) {
    problems.add(["config", key], `\`config.${key}\`: ${(error as Error).message}; put it in quotes or correct it.`);
  }
}

function scalar(key: string, content: GoMap, problems: Problems): string | undefined {
  const value = textAt([key], content.get(key), "let `pulumi` write it", problems);
  return value === "" ? undefined : value;
}

function isEmpty(value: GoValue): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}
