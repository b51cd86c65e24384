import { createHash } from "node:crypto";
import * as fs from "node:fs";
import * as path from "node:path";
import { moduleOf, rulesOf } from "./aws-rules";
import { plain, type Properties, same, UNKNOWN } from "./values";

/** The file that keeps what was done, in a cloud's folder. */
const JOURNAL = "journal.txt";

/** A resource that lives in the stand-in's cloud. */
export interface Living {
  id: string;
  token: string;
  /** The resource's logical name. */
  name: string;
  /** The account that it was made in. */
  account?: string;
  inputs: Properties;
  outputs: Properties;
  /** Whether something was written into it: a bucket. */
  holdsObjects?: boolean;
}

/** A request that was granted, and the resource as it was then. */
export interface Deed {
  what: "create" | "update" | "delete";
  living: Living;
}

/**
 * The stand-in's AWS: a folder with one file for each living resource. It outlives the processes, because Pulumi starts
 * one for each provider resource and each command.
 */
export class Cloud {
  /** @param folder Made if it is not there. */
  constructor(private readonly folder: string) {
    fs.mkdirSync(folder, { recursive: true });
  }

  /** All that lives. */
  all(): Living[] {
    return fs
      .readdirSync(this.folder)
      .filter((file) => file.endsWith(".json"))
      .flatMap((file) => readLiving(path.join(this.folder, file)) ?? []);
  }

  /** The living resource of a type with an id. */
  find(token: string, id: string): Living | undefined {
    return readLiving(this.fileOf(token, id));
  }

  /** Puts a resource, or its new state, into the cloud. */
  put(living: Living, what: "create" | "update" = "create"): void {
    this.note({ what, living });
    if (what === "create") {
      this.siblings(living).forEach((sibling) => fs.rmSync(this.fileOf(sibling.token, sibling.id)));
    }
    // A bucket keeps what is in it, whatever becomes of its settings.
    const holdsObjects = what === "update" && this.find(living.token, living.id)?.holdsObjects === true;
    this.write(holdsObjects ? { ...living, holdsObjects } : living);
  }

  /** Marks a bucket as one that holds something. */
  writeInto(bucket: string): void {
    const living = this.find("aws:s3/bucket:Bucket", bucket);
    if (living !== undefined) {
      this.write({ ...living, holdsObjects: true });
    }
  }

  /** Gives the account a role that AWS makes for one of its services, as with the first Auto Scaling group of an account. */
  admitServiceLinkedRole(arn: string): void {
    const token = "aws:iam/serviceLinkedRole:ServiceLinkedRole";
    this.write({ id: arn, token, name: arn, inputs: {}, outputs: { arn } });
  }

  /** Takes a resource, as its deleter knows it, out of the cloud. One that is gone already stays gone, as in AWS's provider. */
  remove(deleted: Pick<Living, "id" | "token" | "inputs">): void {
    const living = this.find(deleted.token, deleted.id);
    if (living !== undefined) {
      this.note({ what: "delete", living });
      fs.rmSync(this.fileOf(living.token, living.id));
    }
    this.siblings(deleted).forEach((sibling) => fs.rmSync(this.fileOf(sibling.token, sibling.id)));
  }

  /** Remembers a type that nothing is known of. */
  noteUnknown(token: string): void {
    fs.writeFileSync(path.join(this.folder, `${hash(token)}.unknown`), token);
  }

  /** The types that were asked for and that nothing is known of. */
  unknownTypes(): string[] {
    const files = fs.readdirSync(this.folder).filter((file) => file.endsWith(".unknown"));
    return files.map((file) => fs.readFileSync(path.join(this.folder, file), "utf8")).sort();
  }

  /** All that was done here, in order. */
  journal(): Deed[] {
    const file = path.join(this.folder, JOURNAL);
    const lines = fs.existsSync(file) ? fs.readFileSync(file, "utf8").split("\n") : [];
    return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as Deed);
  }

  /** How often a URN was created here, counting this time. */
  generation(urn: string): number {
    const file = path.join(this.folder, `${hash(urn)}.generation`);
    const generation = (fs.existsSync(file) ? Number(fs.readFileSync(file, "utf8")) : 0) + 1;
    fs.writeFileSync(file, String(generation));
    return generation;
  }

  /** Why AWS would not create or keep a resource with these outputs; `undefined` where it would. */
  conflict(token: string, id: string, outputs: Properties): string | undefined {
    const unique = rulesOf(token).unique;
    if (unique === undefined) {
      return undefined;
    }
    const value = plain(outputs[unique.input]);
    if (value === undefined || value === null || value === UNKNOWN) {
      return undefined;
    }
    const twin = this.all().find(
      (other) =>
        other.id !== id &&
        moduleOf(other.token) === moduleOf(token) &&
        [unique.input, ...unique.scope].every((name) => same(plain(other.outputs[name]), plain(outputs[name]))),
    );
    return twin && `${unique.error}: ${unique.input} ${JSON.stringify(value)} is in use by ${twin.id}`;
  }

  /** Why AWS would not delete a resource; `undefined` where it would. */
  holder(token: string, id: string): string | undefined {
    const heldBy = rulesOf(token).heldBy;
    const living = this.find(token, id);
    if (heldBy === undefined || living === undefined) {
      return undefined;
    }
    const holder = this.all().find(
      (other) => heldBy.types.includes(moduleOf(other.token)) && names(other.inputs, living),
    );
    return holder && `${heldBy.error}: ${id} is in use by ${holder.id}`;
  }

  /** What AWS takes for the same thing as a resource, though its id is another. */
  private siblings({ id, token, inputs }: Pick<Living, "id" | "token" | "inputs">): Living[] {
    const { oneFor } = rulesOf(token);
    return oneFor === undefined
      ? []
      : this.all().filter(
          (other) =>
            other.id !== id &&
            moduleOf(other.token) === moduleOf(token) &&
            oneFor.every((name) => same(plain(other.inputs[name]), plain(inputs[name]))),
        );
  }

  /** Writes it whole: another process of the stand-in may read at the same time. */
  private write(living: Living): void {
    const file = this.fileOf(living.token, living.id);
    const draft = `${file}.${process.pid}`;
    fs.writeFileSync(draft, JSON.stringify(living));
    fs.renameSync(draft, file);
  }

  private note(deed: Deed): void {
    fs.appendFileSync(path.join(this.folder, JOURNAL), `${JSON.stringify(deed)}\n`);
  }

  private fileOf(token: string, id: string): string {
    return path.join(this.folder, `${hash(`${moduleOf(token)} ${id}`)}.json`);
  }
}

/** A living resource by its file; `undefined` where another process has just taken it away. */
function readLiving(file: string): Living | undefined {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8")) as Living;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") {
      return undefined;
    }
    throw error;
  }
}

/** Hexadecimal digits that stand for a text, always the same. */
export function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Whether inputs name a resource, by its id or its ARN. */
export function names(inputs: Properties, living: Living): boolean {
  const text = JSON.stringify(inputs);
  const ways = [living.id, plain(living.outputs["arn"])].filter((way) => typeof way === "string");
  return ways.some((way) => text.includes(JSON.stringify(way)));
}
