import type { Subject } from "../facts";
import { text, type Flag, type Text } from "../reading";

/**
 * What a resource launches: one shape for the many types that carry an AMI and block devices, so that a rule is written
 * once. What the types spell alike is read from it as from a resource.
 */
export interface Launch extends Subject {
  image: ImageField;
  /** The EBS devices that are declared. */
  devices: Device[];
  /** The fields that declare devices of which not even the number is known before deployment. */
  unknownFields: string[];
  /** The names of devices that are taken out. */
  removed: string[];
  root: RootField;
  /** The launch template that fills in what is not declared, if there is one. */
  template?: TemplateField;
}

export interface ImageField {
  /** The field that names the AMI. */
  field: string;
  /** The input in which it stands: its dependencies tell where the value comes from. */
  input: string;
  value: Text;
  /** Whether the resource launches by itself, so that it needs an AMI, of its own or of its launch template. */
  required: boolean;
}

export interface TemplateField {
  /** The field that names the launch template. */
  field: string;
  input: string;
  /** The name, if it is named and not identified. */
  name: Text;
  version: Text;
}

/** Where the root device is declared, and how the type of resource spells that it is encrypted. */
export interface RootField {
  field: string;
  input: string;
  /** What to say where it is not declared. */
  missing: string;
  /** How to declare it encrypted. */
  change: string;
  /** "true", as a program spells it: in a launch template, booleans are texts. */
  literal: string;
}

/** A way from a resource to a field: its first step is the input. */
export type Path = (string | number)[];

/** One EBS device as declared. */
export interface Device extends Subject {
  /** Where it is declared, in a message: `ebsBlockDevices[0]`. */
  field: string;
  path: Path;
  /** Whether the instance boots from it: it is declared as the root, or under a name that AWS reserves for the root. */
  isRoot: boolean;
  name: Text;
  encrypted: Flag;
  kmsKeyId: Text;
  snapshotId: Text;
}

/** A path as a program spells it. */
export function spelt(path: Path): string {
  return path.map((step, i) => (typeof step === "number" ? `[${step}]` : `${i === 0 ? "" : "."}${step}`)).join("");
}

/** The field under a path that names an AMI. */
export function imageField(path: Path, value: unknown, required: boolean): ImageField {
  return { field: spelt(path), input: inputOf(path), value: text(value), required };
}

/** The input that a path begins with. */
export function inputOf(path: Path): string {
  return String(path[0]);
}
