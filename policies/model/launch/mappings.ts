import type { Subject } from "../facts";
import { at, text } from "../reading";
import { devicesIn, readDevice, type Item } from "./device";
import { imageField, inputOf, spelt, type Launch, type Path } from "./shape";

/**
 * The device names that AWS reserves for the root volume.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/device_naming.html
 */
export const ROOT_DEVICE_NAMES: unknown[] = ["/dev/sda1", "/dev/xvda"];

/** Reads a launch that maps its devices, the root among them by its name: a launch template's, or a recipe's. */
export function readMapped(image: string): (on: Subject, path: Path) => Launch {
  return ({ declared, field }, path) => {
    const mappings = [...path, "blockDeviceMappings"];
    return {
      declared,
      ...(field !== undefined && { field }),
      image: imageField([...path, image], at(declared, image), false),
      ...devicesIn(at(declared, "blockDeviceMappings"), mappings, readMapping),
      root: {
        field: spelt(mappings),
        input: inputOf(mappings),
        missing: `${spelt(mappings)} has no root device`,
        change: 'map it with ebs.encrypted: "true".',
        literal: '"true"',
      },
    };
  };
}

/** A mapping may map no EBS volume: an instance store, or a device taken out. */
function readMapping(mapping: unknown, path: Path): Item {
  const name = text(at(mapping, "deviceName"));
  const ebs = at(mapping, "ebs");
  const removed = typeof text(at(mapping, "noDevice")) === "string";
  // AWS takes a device out for an empty `noDevice`, too.
  const mapsNone = at(mapping, "noDevice") !== undefined;
  if (removed || (ebs === undefined && mapsNone)) {
    return String(name);
  }
  return ebs === undefined && at(mapping, "virtualName") !== undefined
    ? undefined
    : readDevice(ebs, [...path, "ebs"], ROOT_DEVICE_NAMES.includes(name), name);
}
