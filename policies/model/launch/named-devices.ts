import type { Subject } from "../facts";
import { at, flag, text } from "../reading";
import { devicesIn, readDevice, type Found, type Item } from "./device";
import { imageField, inputOf, spelt, type Device, type Launch, type Path } from "./shape";
import { templateField } from "./template";

/** How a type spells a launch of which the root device is declared apart from the others. */
interface Spelling {
  image: string;
  root: "rootBlockDevice" | "rootBlockDevices";
}

/** Reads a launch of an instance's kind: a root device, and others by their names. */
export function readNamed({ image, root }: Spelling): (on: Subject, path: Path) => Launch {
  return ({ declared, field }, path) => {
    const rootPath = [...path, root];
    const found = [rootOf(at(declared, root), rootPath), dataOf(declared, path)];
    const template = at(declared, "launchTemplate");
    return {
      declared,
      ...(field !== undefined && { field }),
      image: imageField([...path, image], at(declared, image), true),
      devices: found.flatMap(({ devices }) => devices),
      unknownFields: found.flatMap(({ unknownFields }) => unknownFields),
      removed: found.flatMap(({ removed }) => removed),
      root: {
        field: spelt(rootPath),
        input: inputOf(rootPath),
        missing: `${spelt(rootPath)} is not declared`,
        change: "declare it with encrypted: true.",
        literal: "true",
      },
      ...(template !== undefined && { template: templateField(template, spelt([...path, "launchTemplate"])) }),
    };
  };
}

/** The root device, which is one, or a list of one. */
function rootOf(value: unknown, path: Path): Found {
  const read = (item: unknown, to: Path): Device => readDevice(item, to, true, at(item, "deviceName"));
  const declared = value !== undefined && !(Array.isArray(value) && value.length === 0);
  return path.at(-1) === "rootBlockDevice" && declared
    ? { devices: [read(value, path)], unknownFields: [], removed: [] }
    : devicesIn(value, path, read);
}

function dataOf(declared: unknown, path: Path): Found {
  return devicesIn(at(declared, "ebsBlockDevices"), [...path, "ebsBlockDevices"], (item, to): Item => {
    const name = at(item, "deviceName");
    // Only a launch configuration takes devices out.
    return flag(at(item, "noDevice")) === true ? String(text(name)) : readDevice(item, to, false, name);
  });
}
