import { at, flag, list, text, UNKNOWN } from "../reading";
import { spelt, type Device, type Path } from "./shape";

/** What a list of devices says. */
export interface Found {
  devices: Device[];
  unknownFields: string[];
  removed: string[];
}

/** An item of a list of devices: a volume, a name that is taken out, or nothing that lasts, such as an instance store. */
export type Item = Device | string | undefined;

/** Reads the devices in a field, be it a list or one. */
export function devicesIn(value: unknown, path: Path, read: (item: unknown, path: Path) => Item): Found {
  const items = list(value);
  if (items === UNKNOWN) {
    return { devices: [], unknownFields: [spelt(path)], removed: [] };
  }
  const found = items.map((item, index) => read(item, [...path, index]));
  return {
    devices: found.filter((item) => typeof item === "object"),
    unknownFields: [],
    removed: found.filter((item) => typeof item === "string"),
  };
}

/** Reads what is declared of a volume. */
export function readDevice(ebs: unknown, path: Path, isRoot: boolean, name: unknown): Device {
  return {
    declared: ebs,
    field: spelt(path),
    path,
    isRoot,
    name: text(name),
    encrypted: flag(at(ebs, "encrypted")),
    kmsKeyId: text(at(ebs, "kmsKeyId")),
    snapshotId: text(at(ebs, "snapshotId")),
  };
}
