import { join } from "node:path";

const PRELOAD = `--require ${JSON.stringify(join(__dirname, "example-day.cjs"))}`;

/**
 * Has the processes that the tests of a block start believe that it is the day on which the examples of the catalogue of
 * approved AMIs hold.
 */
export function onExampleDay(): void {
  const { NODE_OPTIONS: given } = process.env;

  before(() => {
    process.env["NODE_OPTIONS"] = [given, PRELOAD].filter((option) => option !== undefined).join(" ");
  });

  after(() => {
    if (given === undefined) {
      delete process.env["NODE_OPTIONS"];
    } else {
      process.env["NODE_OPTIONS"] = given;
    }
  });
}
