import * as fs from "node:fs";
import * as path from "node:path";
import { type Property, readMembers } from "./declarations";

/** The declarations of an installed SDK that Pulumi generated, read as text. */
export class SdkDeclarations {
  private readonly objects = new Map<string, Property[] | undefined>();
  private readonly texts = new Map<string, string>();

  /** @param root The folder of the package. */
  constructor(private readonly root: string) {}

  /** What a function returns, such as that of `aws:ec2/getAmi:getAmi`; `undefined` where nothing says so. */
  result(token: string): Property[] | undefined {
    const [, module = "", member = ""] = token.split(":");
    const file = module.split("/").at(-1) === member ? module : `${module}/${member}`;
    const text = this.text(`${file.replace(/^index\//, "")}.d.ts`);
    return membersOf(text, `${member.charAt(0).toUpperCase()}${member.slice(1)}Result`, 0, 0);
  }

  /** The members of a nested type such as `inputs.lb.TargetGroupHealthCheck`; `undefined` where there is none. */
  object(reference: string): Property[] | undefined {
    if (!this.objects.has(reference)) {
      this.objects.set(reference, this.readObject(reference));
    }
    return this.objects.get(reference);
  }

  /** The text of a file; empty where there is none. */
  text(file: string): string {
    let text = this.texts.get(file);
    if (text === undefined) {
      const absolute = path.join(this.root, file);
      text = fs.existsSync(absolute) ? fs.readFileSync(absolute, "utf8") : "";
      this.texts.set(file, text);
    }
    return text;
  }

  private readObject(reference: string): Property[] | undefined {
    const [side = "", ...names] = reference.split(".");
    const name = names.pop() ?? "";
    const text = this.text(side === "inputs" ? "types/input.d.ts" : "types/output.d.ts");
    let start = 0;
    for (const [depth, namespace] of names.entries()) {
      const opening = depth === 0 ? `\nexport declare namespace ${namespace} {` : `namespace ${namespace} {`;
      start = text.indexOf(opening, start);
      if (start < 0) {
        return undefined;
      }
    }
    return membersOf(text, name, 4 * names.length, start);
  }
}

/** The members of an interface that is declared at an indentation, from an offset on. */
function membersOf(text: string, name: string, indent: number, from: number): Property[] | undefined {
  const margin = " ".repeat(indent);
  const declaration = `\n${margin}${indent === 0 ? "export " : ""}interface ${name} {`;
  const found = text.indexOf(declaration, from);
  if (found < 0) {
    return undefined;
  }
  const start = found + declaration.length;
  return readMembers(text, start, text.indexOf(`\n${margin}}`, start), indent + 4);
}
