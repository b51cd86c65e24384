import * as fs from "node:fs";
import * as path from "node:path";
import { createRequire } from "node:module";
import { type Json } from "../../document";
import { type JsonObject } from "../types";
import { type Property, type Shape } from "./declarations";
import { SdkDeclarations } from "./sdk-declarations";

/** Begins every placeholder's text; a number follows, by which it is known again within another text. */
const MARK = "preflight-placeholder-";
const MARKS = new RegExp(`${MARK}(\\d+)`, "gi");

/** How many items a list has: as many as most programs take, of Availability Zones for one. */
const LIST_LENGTH = 3;

/** How deep placeholders are made; what is deeper is empty. */
const DEPTH = 4;

/**
 * What a program gets for look-ups that are not recorded yet, so that one run finds all that it asks for one after the
 * other: values of the type that the SDK declares, of which nothing is ever written down.
 */
export class Placeholders {
  /** Whether the program was given one. */
  given = false;

  private readonly sdks = new Map<string, SdkDeclarations | undefined>();
  /** The function that each placeholder's number is of. */
  private readonly tokens: string[] = [];

  /** @param directory The program's, from which its SDKs are found. */
  constructor(private readonly directory: string) {}

  /** A result of a function; `undefined` where no installed SDK declares what it returns. */
  give(token: string): JsonObject | undefined {
    const sdk = this.sdkOf(token.split(":")[0] ?? "");
    const members = sdk?.result(token);
    if (sdk === undefined || members === undefined) {
      return undefined;
    }
    this.given = true;
    return new Maker(sdk, () => `${MARK}${this.tokens.push(token)}`).object(members, DEPTH);
  }

  /** The functions whose placeholders are within a value, as they are or as part of a text. */
  within(value: Json): string[] {
    const found = Array.from(JSON.stringify(value).matchAll(MARKS), ([, number]) => this.tokens[Number(number) - 1]);
    return [...new Set(found.filter((token) => token !== undefined))];
  }

  private sdkOf(pkg: string): SdkDeclarations | undefined {
    if (!this.sdks.has(pkg)) {
      const root = packageFolder(this.directory, `@pulumi/${pkg}`);
      this.sdks.set(pkg, root === undefined ? undefined : new SdkDeclarations(root));
    }
    return this.sdks.get(pkg);
  }
}

/** Makes values of declared types. */
class Maker {
  constructor(
    private readonly sdk: SdkDeclarations,
    private readonly text: () => string,
  ) {}

  /** An object with all that is declared to be there. */
  object(members: Property[], depth: number): JsonObject {
    return Object.fromEntries(
      members.filter(({ optional }) => !optional).map(({ name, shape }) => [name, this.value(shape, depth)]),
    );
  }

  private value(shape: Shape, depth: number): Json {
    switch (shape.kind) {
      case "number":
        return 1;
      case "boolean":
        return false;
      case "list":
        return depth === 0 ? [] : Array.from({ length: LIST_LENGTH }, () => this.value(shape.element, depth - 1));
      case "map":
        return {};
      case "object":
        return depth === 0 ? {} : this.object(this.sdk.object(shape.reference) ?? [], depth - 1);
      default:
        return this.text();
    }
  }
}

/** The folder of a package as Node.js finds it from another; `undefined` where it is not installed. */
function packageFolder(directory: string, name: string): string | undefined {
  const folders = createRequire(path.join(directory, "package.json")).resolve.paths(name) ?? [];
  return folders.map((folder) => path.join(folder, name)).find((folder) => fs.existsSync(folder));
}
