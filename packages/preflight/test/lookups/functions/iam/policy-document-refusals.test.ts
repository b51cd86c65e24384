import * as assert from "node:assert/strict";
import { type Json } from "../../../../src/document";
import { type JsonObject } from "../../../../src/lookups";
import { refusal } from "../compute";
import { documentOf, TOKEN } from "./documents";

describe("getPolicyDocument", () => {
  const conflicting = [documentOf({ sid: "conflictSid" }), documentOf({ sid: "conflictSid" })];
  const wrong: [why: string, args: JsonObject, message: string][] = [
    [
      "two statements of one sid",
      { statements: [{ sid: "1" }, { sid: "1" }] },
      "duplicate Sid (1) in statements. Remove the Sid or ensure Sids are unique.",
    ],
    [
      "two source statements of one sid",
      { sourcePolicyDocuments: conflicting },
      "duplicate Sid (conflictSid) in sourcePolicyDocuments. Remove the Sid or ensure Sids are unique.",
    ],
    [
      "another version",
      { version: "2020-01-01" },
      'version must be 2008-10-17 or 2012-10-17, but is "2020-01-01"; correct it.',
    ],
    [
      "another effect",
      { statements: [{ effect: "allow" }] },
      'statements[0].effect must be Allow or Deny, but is "allow"; correct it.',
    ],
    [
      "the arguments of old",
      { overrideJson: "{}" },
      "overrideJson is no longer used and must be empty; pass the document in overridePolicyDocuments.",
    ],
    [
      "a misspelt argument",
      { statements: [{ action: ["*"] }] },
      'there is no argument statements[0].action; did you mean "actions"?',
    ],
    [
      "an argument that there is not",
      { statements: [{ conditions: [{ key: "v" }] }] },
      "there is no argument statements[0].conditions[0].key; the arguments are test, values, variable.",
    ],
    [
      "a condition without its values",
      { statements: [{ conditions: [{ test: "Bool", variable: "v" }] }] },
      "statements[0].conditions[0].values is required; add it.",
    ],
    [
      "a principal without its type",
      { statements: [{ principals: [{ identifiers: ["*"] }] }] },
      "statements[0].principals[0].type is required; add it.",
    ],
    [
      "text in place of a list",
      { statements: [{ actions: "s3:*" }] },
      'statements[0].actions must be a list, but is "s3:*"; correct it.',
    ],
    [
      "an object in place of text",
      { statements: [{ actions: [{}] }] },
      "statements[0].actions[0] must be text, but is {}; correct it.",
    ],
    ["a statement that is none", { statements: ["x"] }, 'statements[0] must be an object, but is "x"; correct it.'],
    [
      "one source statement without its list",
      { sourcePolicyDocuments: ['{"Statement":{"Effect":"Deny"}}'] },
      'sourcePolicyDocuments[0]: Statement must be a list, also of one statement, but is {"Effect":"Deny"}; correct it.',
    ],
    [
      "a source that is no object",
      { sourcePolicyDocuments: ["", "[]"] },
      "sourcePolicyDocuments[1]: the document must be an object, but is []; correct it.",
    ],
    [
      "a principal of another kind",
      { overridePolicyDocuments: ['{"Statement":[{"Principal":null}]}'] },
      "overridePolicyDocuments[0]: Principal must be text or an object, but is null; correct it.",
    ],
  ];
  for (const [why, args, message] of wrong) {
    it(`refuses ${why}`, () => assert.equal(refusal(TOKEN, args), message));
  }

  it("shows no secret where it refuses one", () => {
    const secret = (value: Json): JsonObject => ({
      "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
      value,
    });
    const secrets: JsonObject[] = [
      { statements: [{ effect: secret("hunter2") }] },
      { statements: secret([{ sid: "hunter2" }, { sid: "hunter2" }]) },
      { sourcePolicyDocuments: [secret('{"Statement":{"Sid":"hunter2"}}')] },
      { sourcePolicyDocuments: [secret("hunter2")] },
      { version: "2008-10-17", statements: [{ resources: [secret("hunter2&{}")] }] },
    ];
    for (const args of secrets) {
      assert.match(refusal(TOKEN, args), /\[secret\]/);
      assert.doesNotMatch(refusal(TOKEN, args), /hunter2/);
    }
  });

  it("refuses a source or an override that is not JSON", () => {
    for (const name of ["sourcePolicyDocuments", "overridePolicyDocuments"]) {
      assert.match(
        refusal(TOKEN, { [name]: ["{"] }),
        new RegExp(`^${name}\\[0\\] must be a policy document in JSON: `),
      );
    }
  });
});
