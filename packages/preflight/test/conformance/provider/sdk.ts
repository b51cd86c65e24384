import * as fs from "node:fs";
import * as path from "node:path";
import { type Property, readMembers } from "../../../src/lookups/placeholders/declarations";
import { SdkDeclarations } from "../../../src/lookups/placeholders/sdk-declarations";

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
  private readonly declarations: SdkDeclarations;

  /** @param root The folder of the installed package. */
  constructor(private readonly root: string) {
    this.declarations = new SdkDeclarations(root);
    const manifest = JSON.parse(this.declarations.text("package.json")) as { version: string };
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
    return this.declarations.object(reference) ?? undeclared(reference);
  }

  /** The arguments that the provider itself takes. */
  providerInputs(): Set<string> {
    return new Set(
      Array.from(this.declarations.text("provider.js").matchAll(/resourceInputs\["(\w+)"\]/g), ([, name = ""]) => name),
    );
  }

  private readResource(token: string): ResourceType | undefined {
    const file = this.fileOf(token);
    if (file === undefined) {
      return undefined;
    }
    const script = this.declarations.text(`${file}.js`);
    const declarations = this.declarations.text(`${file}.d.ts`);
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
      .find((file) => this.declarations.text(file).includes(declared))
      ?.slice(0, -".js".length);
  }
}

function required(index: number, what: string): number {
  if (index < 0) {
    undeclared(what);
  }
  return index;
}

function undeclared(what: string): never {
  throw new Error(`the installed @pulumi/aws does not declare ${what} as this stand-in expects`);
}
