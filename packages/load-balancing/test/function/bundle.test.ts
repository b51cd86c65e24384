import * as assert from "node:assert/strict";
import { isBuiltin } from "node:module";
import * as path from "node:path";
import * as vm from "node:vm";
import { ConfigError } from "@groundwork/core";
import { bundleFunction } from "@groundwork/load-balancing/bundle";
import type * as pulumi from "@pulumi/pulumi";
import type { ALBEvent, ALBResult } from "aws-lambda";

const ENTRY = path.join(__dirname, "../fixtures/hello.ts");

/** The code in an archive. */
async function codeOf(archive: pulumi.asset.AssetArchive): Promise<string> {
  const assets = (await archive.assets) as Record<string, pulumi.asset.StringAsset>;
  assert.deepEqual(Object.keys(assets), ["index.js"]);
  return (assets["index.js"] as pulumi.asset.StringAsset).text;
}

describe("bundleFunction", () => {
  it("makes a function that runs alone and answers a load balancer", async () => {
    const module = { exports: {} as { handler?: (event: ALBEvent) => Promise<ALBResult> } };
    // Whatever neither the bundle nor Node.js holds, it cannot reach.
    const requireBuiltin = (id: string): unknown => {
      assert.ok(isBuiltin(id), id);
      return process.getBuiltinModule(id);
    };
    const globals = {
      require: requireBuiltin,
      module,
      exports: module.exports,
      Request,
      Response,
      Headers,
      URL,
      Buffer,
      console,
    };
    vm.runInNewContext(await codeOf(bundleFunction(ENTRY)), globals);
    const result = await module.exports.handler?.({
      requestContext: { elb: { targetGroupArn: "arn" } },
      httpMethod: "GET",
      path: "/there",
      multiValueHeaders: { host: ["example.com"] },
      body: "",
      isBase64Encoded: false,
    });
    assert.equal(result?.statusCode, 200);
    assert.equal(result?.body, '{"hello":"/there"}');
  });

  it("gives the same bytes for the same sources wherever they are built, or each deployment would update it", async () => {
    const here = await codeOf(bundleFunction(ENTRY));
    const before = process.cwd();
    process.chdir("/");
    try {
      assert.equal(await codeOf(bundleFunction(ENTRY)), here);
    } finally {
      process.chdir(before);
    }
    assert.ok(!here.includes(path.dirname(ENTRY)));
  });

  it("names file and line of what does not compile", () => {
    assert.throws(
      () => bundleFunction(path.join(__dirname, "../fixtures/wrong.js")),
      (error) => {
        assert.ok(error instanceof ConfigError);
        assert.deepEqual(error.problems, ['wrong.js:1:24: Could not resolve "./missing"']);
        return true;
      },
    );
  });
});
