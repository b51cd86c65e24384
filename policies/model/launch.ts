import type { Program } from "./program";
import type { Resource } from "./resource";
import { at, flag, list, text, UNKNOWN, type Flag, type Text, type Unknown } from "./reading";
import { AwsType } from "./types";

/**
 * What a resource launches: one shape for the many types that carry an AMI and block devices, so that a rule is written
 * once. A type joins by its reader in {@link LAUNCH_READERS}.
 */
export interface Launch {
  image: ImageField;
  /** The EBS devices that are declared. */
  devices: Device[];
  /** The inputs that declare devices of which not even the number is known before deployment. */
  unknownInputs: string[];
  root: RootField;
  /** The launch template that fills in what is not declared, if there is one. */
  template?: TemplateField;
}

export interface ImageField {
  /** The input that names the AMI. */
  field: string;
  value: Text;
  /** Whether the resource launches by itself, so that it needs an AMI, of its own or of its launch template. */
  required: boolean;
}

export interface TemplateField {
  /** The input that names the launch template. */
  field: string;
  version: Text;
}

/** Where the root device is declared, and how the type of resource spells that it is encrypted. */
export interface RootField {
  input: string;
  /** What to say where it is not declared. */
  missing: string;
  /** How to declare it encrypted. */
  change: string;
  /** "true", as a program spells it: in a launch template, booleans are texts. */
  literal: string;
}

/** One EBS device as declared. */
export interface Device {
  /** Where it is declared, in a message: `ebsBlockDevices[0]`. */
  field: string;
  /** Where it is declared, step by step. The first is the input whose dependencies tell where its values come from. */
  path: [string, ...(string | number)[]];
  /** Whether the instance boots from it: it is declared as the root, or under a name that AWS reserves for the root. */
  isRoot: boolean;
  name: Text;
  encrypted: Flag;
  kmsKeyId: Text;
  snapshotId: Text;
}

/**
 * The device names that AWS reserves for the root volume.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/device_naming.html
 */
const ROOT_DEVICE_NAMES: unknown[] = ["/dev/sda1", "/dev/xvda"];

const LAUNCH_READERS = new Map<string, (properties: unknown) => Launch>([
  [AwsType.Instance, readInstance],
  [AwsType.LaunchTemplate, readLaunchTemplate],
]);

/** What a resource of a type in {@link LAUNCH_READERS} launches. */
export function launchOf(type: string, properties: unknown): Launch {
  const read = LAUNCH_READERS.get(type);
  if (read === undefined) {
    throw new Error(`no launch reader for ${type}`);
  }
  return read(properties);
}

/**
 * The launch template of the same program that a launch follows: UNKNOWN where it is another's, or a version that the
 * program does not describe.
 */
export function templateOf(resource: Resource, launch: Launch, program: Program): Resource | Unknown | undefined {
  if (launch.template === undefined) {
    return undefined;
  }
  const sources = program.sources(resource, launch.template.field, [AwsType.LaunchTemplate]);
  const templates = sources === UNKNOWN ? [] : sources.filter(({ type }) => type === AwsType.LaunchTemplate);
  const [template] = templates;
  return template !== undefined && templates.length === 1 && describes(template, launch.template.version)
    ? template
    : UNKNOWN;
}

/**
 * Whether a launch template's declaration is what a version of it says: it is, for the latest. Before AWS has numbered
 * the versions, it is for any version but a number.
 */
function describes(template: Resource, version: Text): boolean {
  const latest = at(template.state, "latestVersion");
  const wanted = version === undefined || version === "$Default" ? at(template.state, "defaultVersion") : version;
  if (wanted === "$Latest") {
    return true;
  }
  return typeof wanted === "symbol" || wanted === undefined ? typeof latest !== "number" : Number(wanted) === latest;
}

function readInstance(properties: unknown): Launch {
  const root = at(properties, "rootBlockDevice");
  const data = list(at(properties, "ebsBlockDevices"));
  const template = at(properties, "launchTemplate");
  const device = (value: unknown, ...path: Device["path"]): Device => ({
    ...readEbs(value, path),
    isRoot: path[0] === "rootBlockDevice",
    name: text(at(value, "deviceName")),
  });
  return {
    image: { field: "ami", value: text(at(properties, "ami")), required: true },
    devices: [
      ...(root === undefined ? [] : [device(root, "rootBlockDevice")]),
      ...(data === UNKNOWN ? [] : data.map((item, i) => device(item, "ebsBlockDevices", i))),
    ],
    unknownInputs: data === UNKNOWN ? ["ebsBlockDevices"] : [],
    root: {
      input: "rootBlockDevice",
      missing: "rootBlockDevice is not declared",
      change: "declare it with encrypted: true.",
      literal: "true",
    },
    ...(template !== undefined && {
      template: { field: "launchTemplate", version: text(at(template, "version")) },
    }),
  };
}

function readLaunchTemplate(properties: unknown): Launch {
  const mappings = list(at(properties, "blockDeviceMappings"));
  const devices = mappings === UNKNOWN ? [] : mappings.map(readMapping);
  return {
    image: { field: "imageId", value: text(at(properties, "imageId")), required: false },
    devices: devices.filter((device) => device !== undefined),
    unknownInputs: mappings === UNKNOWN ? ["blockDeviceMappings"] : [],
    root: {
      input: "blockDeviceMappings",
      missing: "blockDeviceMappings has no root device",
      change: 'map it with ebs.encrypted: "true".',
      literal: '"true"',
    },
  };
}

/** A mapping of a launch template; `undefined` if it maps no EBS volume: an instance store, or a device taken out. */
function readMapping(mapping: unknown, index: number): Device | undefined {
  const name = text(at(mapping, "deviceName"));
  const ebs = at(mapping, "ebs");
  const removed = typeof text(at(mapping, "noDevice")) === "string";
  // AWS takes a device out for an empty `noDevice`, too.
  const mapsOther = at(mapping, "noDevice") !== undefined || at(mapping, "virtualName") !== undefined;
  if (removed || (ebs === undefined && mapsOther)) {
    return undefined;
  }
  return {
    ...readEbs(ebs, ["blockDeviceMappings", index, "ebs"]),
    isRoot: ROOT_DEVICE_NAMES.includes(name),
    name,
  };
}

function readEbs(value: unknown, path: Device["path"]): Omit<Device, "isRoot" | "name"> {
  return {
    field: path.map((step, i) => (typeof step === "number" ? `[${step}]` : `${i === 0 ? "" : "."}${step}`)).join(""),
    path,
    encrypted: flag(at(value, "encrypted")),
    kmsKeyId: text(at(value, "kmsKeyId")),
    snapshotId: text(at(value, "snapshotId")),
  };
}
