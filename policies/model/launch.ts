import { each, type Subject } from "./facts";
import { readMapped } from "./launch/mappings";
import { readNamed } from "./launch/named-devices";
import { unlessTemplates } from "./launch/template";
import type { Device, Launch, Path } from "./launch/shape";
import type { Program } from "./program";
import type { Resource } from "./resource";
import { AwsType } from "./types";
import { unknown, type Facts } from "./verdict";

interface Reader {
  /** The list each of whose items launches; without it, the resource does. */
  list?: string;
  /** Reads a launch; the path leads from the resource to it. */
  read: (on: Subject, path: Path) => Launch;
}

const READERS = new Map<string, Reader>([
  [AwsType.Instance, { read: readNamed({ image: "ami", root: "rootBlockDevice" }) }],
  [AwsType.SpotInstanceRequest, { read: readNamed({ image: "ami", root: "rootBlockDevice" }) }],
  [AwsType.LaunchConfiguration, { read: readNamed({ image: "imageId", root: "rootBlockDevice" }) }],
  [AwsType.LaunchTemplate, { read: readMapped("imageId") }],
  [
    AwsType.SpotFleetRequest,
    { list: "launchSpecifications", read: readNamed({ image: "ami", root: "rootBlockDevices" }) },
  ],
]);

/** The types whose resources say what is launched. */
export const LAUNCHES = [...READERS.keys()];

/** What a resource of a type launches, where that is one thing. */
export function launchOf(type: string, properties: unknown): Launch {
  const reader = READERS.get(type);
  if (reader === undefined || reader.list !== undefined) {
    throw new Error(`no launch reader for ${type}`);
  }
  return reader.read({ declared: properties }, []);
}

/** Judges each thing that a resource launches. */
export function eachLaunch(resource: Resource, judge: (launch: Launch) => Facts): Facts {
  const { list, read } = READERS.get(resource.type) ?? {};
  return list === undefined || read === undefined
    ? judge(launchOnce(resource))
    : each(resource, list, (item, index) => judge(read(item, [list, index])));
}

/** Many rules read the same launch. */
const known = new WeakMap<Resource, Launch>();

function launchOnce(resource: Resource): Launch {
  const launch = known.get(resource) ?? launchOf(resource.type, resource.declared);
  known.set(resource, launch);
  return launch;
}

/** Judges each EBS device that a launch declares. */
export function eachDevice({ devices, unknownFields }: Launch, judge: (device: Device) => Facts): Facts {
  return [
    ...unknownFields.map((field) => unknown(field, `${field} is known only at deployment.`)),
    ...devices.map(judge),
  ];
}

/** Judges a field of each thing that a resource launches, unless it is left to a launch template of the program. */
export function eachUnlessTemplates(
  resource: Resource,
  path: string,
  program: Program,
  judge: (launch: Launch) => Facts,
): Facts {
  return eachLaunch(resource, (launch) => unlessTemplates(resource, launch, path, program, () => judge(launch)));
}
