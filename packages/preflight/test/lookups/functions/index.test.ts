import * as assert from "node:assert/strict";
import * as path from "node:path";
import { createRequire } from "node:module";
import { type JsonObject } from "../../../src/lookups";
import { FUNCTIONS } from "../../../src/lookups/functions";
import { type Property } from "../../../src/lookups/placeholders/declarations";
import { SdkDeclarations } from "../../../src/lookups/placeholders/sdk-declarations";
import { answer, at } from "./compute";

const SDK = new SdkDeclarations(path.dirname(createRequire(__filename).resolve("@pulumi/aws/package.json")));

/** Arguments that a function cannot do without. */
const REQUIRED: Record<string, JsonObject> = {
  "aws:index/arnBuild:arnBuild": { partition: "aws", service: "s3", region: "", accountId: "", resource: "b" },
  "aws:index/arnParse:arnParse": { arn: "arn:aws:s3:::b" },
  "aws:index/getArn:getArn": { arn: "arn:aws:s3:::b" },
  "aws:index/getServicePrincipal:getServicePrincipal": { serviceName: "s3" },
  "aws:index/trimIamRolePath:trimIamRolePath": { arn: "arn:aws:iam::123456789012:role/a/b" },
};

describe("the functions that are computed", () => {
  for (const token of Object.keys(FUNCTIONS)) {
    it(`have the token and the result that the installed SDK declares: ${token}`, () => {
      const [, module = "", member = ""] = token.split(":");
      const script = SDK.text(`${module.replace(/^index\//, "")}.js`);
      assert.ok(script.includes(`pulumi.runtime.invoke("${token}"`) || script.includes(`invokeSingle("${token}"`));
      const result = answer(token, REQUIRED[token] ?? {}, at("eu-central-1"));
      const declared = SDK.result(token);
      if (declared === undefined) {
        // A function of a single value has no declared object.
        assert.match(SDK.text(`${module.replace(/^index\//, "")}.d.ts`), new RegExp(`${member}\\(.*: Promise<string>`));
        assert.deepEqual(Object.keys(result), ["result"]);
        return;
      }
      assert.deepEqual(namesMissing(declared, result), []);
      assert.deepEqual(
        Object.keys(result).filter((name) => !declared.some((property) => property.name === name)),
        [],
      );
    });
  }
});

/** What is declared to be always there and is not. */
function namesMissing(declared: Property[], result: JsonObject): string[] {
  return declared.filter(({ name, optional }) => !optional && result[name] === undefined).map(({ name }) => name);
}
