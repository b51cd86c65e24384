import * as fs from "node:fs";
import * as path from "node:path";
import { type Property, readMembers } from "./declarations";

/** What the installed SDK says of one resource type. */
export interface ResourceType {
  token: string;
  inputs: Map<string, Property>;
  outputs: Map<string, Property>;
  /** The outputs that are no inputs: only AWS knows them. */
  computed: string[];
  /** The inputs and outputs that the SDK marks as secret. */
  secrets: string[];
}

/** The installed `@pulumi/aws`, read as text: no schema is copied here, and none can fall behind. */
export class Sdk {
  readonly version: string;
  private readonly types = new Map<string, ResourceType | undefined>();
  private readonly objects = new Map<string, Property[]>();
  private readonly texts = new Map<string, string>();

  /** @param root The folder of the installed package. */
  constructor(private readonly root: string) {
    const manifest = JSON.parse(this.text("package.json")) as { version: string };
    this.version = manifest.version;
  }

  /** The type of a token such as `aws:lb/targetGroup:TargetGroup`; `undefined` where the SDK has no such type. */
  resource(token: string): ResourceType | undefined {
    if (!this.types.has(token)) {
      this.types.set(token, this.readResource(token));
    }
    return this.types.get(token);
  }

  /** The members of a nested type such as `inputs.lb.TargetGroupHealthCheck`. */
  object(reference: string): Property[] {
    const known = this.objects.get(reference);
    if (known !== undefined) {
      return known;
    }
    const [side = "", ...names] = reference.split(".");
    const name = names.pop() ?? "";
    const text = this.text(side === "inputs" ? "types/input.d.ts" : "types/output.d.ts");
    const indent = 4 * names.length;
    let start = 0;
    names.forEach((namespace, depth) => {
      const opening = depth === 0 ? `\nexport declare namespace ${namespace} {` : `namespace ${namespace} {`;
      start = required(text.indexOf(opening, start), reference);
    });
    const declaration = `\n${" ".repeat(indent)}${indent === 0 ? "export " : ""}interface ${name} {`;
    start = required(text.indexOf(declaration, start), reference) + declaration.length;
    const end = required(text.indexOf(`\n${" ".repeat(indent)}}`, start), reference);
    const members = readMembers(text, start, end, indent + 4);
    this.objects.set(reference, members);
    return members;
  }

  /** The arguments that the provider itself takes. */
  providerInputs(): Set<string> {
    return new Set(
      Array.from(this.text("provider.js").matchAll(/resourceInputs\["(\w+)"\]/g), ([, name = ""]) => name),
    );
  }

  private readResource(token: string): ResourceType | undefined {
    const file = this.fileOf(token);
    if (file === undefined) {
      return undefined;
    }
    const script = this.text(`${file}.js`);
    const declarations = this.text(`${file}.d.ts`);
    const className = token.split(":")[2] ?? "";
    const classStart = required(declarations.indexOf(`\nexport declare class ${className} `), token);
    const outputs = readMembers(declarations, classStart, declarations.indexOf("\n}", classStart), 4);
    const argsStart = required(declarations.indexOf(`\nexport interface ${className}Args {`), token);
    const inputs = readMembers(declarations, argsStart, declarations.indexOf("\n}", argsStart), 4);
    const marked = /additionalSecretOutputs: \[([^\]]*)\]/.exec(script)?.[1] ?? "";
    return {
      token,
      inputs: new Map(inputs.map((member) => [member.name, member])),
      outputs: new Map(outputs.map((member) => [member.name, member])),
      computed: outputs.map((member) => member.name).filter((name) => !inputs.some((input) => input.name === name)),
      secrets: Array.from(marked.matchAll(/"(\w+)"/g), ([, name = ""]) => name),
    };
  }

  /** The file that declares a token, without its extension: as a rule, the one that the token names. */
  private fileOf(token: string): string | undefined {
    const declared = `__pulumiType = '${token}'`;
    const moduleName = token.split(":")[1] ?? "";
    const folder = path.dirname(moduleName);
    if (!fs.existsSync(path.join(this.root, folder))) {
      return undefined;
    }
    const expected = `${moduleName.replace(/^index\//, "")}.js`;
    const others = fs.readdirSync(path.join(this.root, folder)).map((name) => path.join(folder, name));
    return [expected, ...others]
      .filter((file) => file.endsWith(".js") && fs.existsSync(path.join(this.root, file)))
      .find((file) => this.text(file).includes(declared))
      ?.slice(0, -".js".length);
  }

  private text(file: string): string {
    let text = this.texts.get(file);
    if (text === undefined) {
      text = fs.readFileSync(path.join(this.root, file), "utf8");
      this.texts.set(file, text);
    }
    return text;
  }
}

function required(index: number, what: string): number {
  if (index < 0) {
    throw new Error(`the installed @pulumi/aws does not declare ${what} as this stand-in expects`);
  }
  return index;
}
