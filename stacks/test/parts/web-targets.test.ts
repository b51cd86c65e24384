import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ofType, resourcesOf } from "../stack";

describe("the targets of the web AMI", () => {
  it("are reached at the port on which the AMI answers", async () => {
    const image = readFileSync(join(__dirname, "..", "..", "images", "web-server.yaml"), "utf8");
    const port = Number(/listen (\d+) ssl/.exec(image)?.[1]);
    const groups = ofType(await resourcesOf("dev"), "aws:lb/targetGroup:TargetGroup");
    const instances = groups.filter(({ inputs }) => inputs["targetType"] === "instance");
    assert.deepEqual(
      instances.map(({ inputs }) => inputs["port"]),
      [port],
    );
  });
});
