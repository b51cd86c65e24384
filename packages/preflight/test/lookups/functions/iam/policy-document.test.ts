import * as assert from "node:assert/strict";
import { type JsonObject } from "../../../../src/lookups";
import { answer, refusal } from "../compute";
import { BASIC, BASIC_STATEMENTS, documentOf, indented, json, TOKEN } from "./documents";

describe("getPolicyDocument", () => {
  it("writes statements, conditions and principals as the provider does", () => {
    assert.equal(json(BASIC), indented({ Version: "2012-10-17", Id: "policy_id", Statement: BASIC_STATEMENTS }));
  });

  it("writes the same on one line", () => {
    assert.equal(
      answer(TOKEN, BASIC)["minifiedJson"],
      JSON.stringify({ Version: "2012-10-17", Id: "policy_id", Statement: BASIC_STATEMENTS }),
    );
  });

  it("gives back the arguments with the provider's defaults, and the document's hash as its id", () => {
    const statements = [{ actions: ["s3:*"], resources: ["*"] }];
    const { json: text, minifiedJson, ...rest } = answer(TOKEN, { statements });
    assert.equal(typeof minifiedJson, "string");
    assert.deepEqual(rest, {
      id: "3125787031",
      statements: [{ actions: ["s3:*"], effect: "Allow", resources: ["*"] }],
      version: "2012-10-17",
    });
    assert.deepEqual(JSON.parse(text as string), {
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "s3:*", Resource: "*" }],
    });
  });

  it("is a version alone where nothing is stated", () => {
    const nothing = indented({ Version: "2012-10-17" });
    assert.equal(json({}), nothing);
    assert.equal(json({ statements: [] }), nothing);
    assert.equal(json({ sourcePolicyDocuments: [""] }), nothing);
    assert.equal(json({ overridePolicyDocuments: [""] }), nothing);
  });

  it("takes a list of one condition value off its list", () => {
    assert.equal(
      documentOf({
        effect: "Deny",
        principals: [{ type: "AWS", identifiers: ["*"] }],
        actions: ["elasticfilesystem:*"],
        resources: ["*"],
        conditions: [{ test: "Bool", variable: "aws:SecureTransport", values: ["false"] }],
      }),
      indented({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Deny",
            Action: "elasticfilesystem:*",
            Resource: "*",
            Principal: { AWS: "*" },
            Condition: { Bool: { "aws:SecureTransport": "false" } },
          },
        ],
      }),
    );
  });

  it("joins conditions of one test, sorted by variable", () => {
    const condition = (variable: string, value: string) => ({ test: "StringEquals", variable, values: [value] });
    const conditions = [condition("s3:x-amz-acl", "bucket-owner-full-control"), condition("aws:SourceArn", "other")];
    assert.match(
      documentOf({ actions: ["s3:PutObject"], conditions }),
      /"StringEquals": \{\s*"aws:SourceArn": "other",\s*"s3:x-amz-acl": "bucket-owner-full-control"\s*\}/,
    );
  });

  it("joins the values of conditions of one test and variable", () => {
    const conditions = [
      { test: "StringEquals", variable: "s3:prefix", values: ["one/", "two/"] },
      { test: "StringEquals", variable: "s3:prefix", values: ["three/"] },
    ];
    const { Statement } = JSON.parse(documentOf({ actions: ["s3:PutObject"], conditions })) as {
      Statement: { Condition: unknown }[];
    };
    assert.deepEqual(Statement[0]?.Condition, { StringEquals: { "s3:prefix": ["one/", "two/", "three/"] } });
  });

  it("takes what is given twice once", () => {
    const twice = { test: "Bool", variable: "aws:SecureTransport", values: ["true"] };
    assert.deepEqual(JSON.parse(documentOf({ actions: ["a:*", "b:*", "a:*"], conditions: [twice, twice] })), {
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: ["b:*", "a:*"], Condition: { Bool: { "aws:SecureTransport": "true" } } }],
    });
  });

  it("escapes what Go escapes in JSON, and only &{ is a policy variable", () => {
    assert.match(
      documentOf({ actions: ["*"], resources: ["<&{aws:username}>&"] }),
      /"Resource": "\\u003c\$\{aws:username\}\\u003e\\u0026"/,
    );
  });

  it("takes numbers and truth values as text, as the provider does", () => {
    assert.deepEqual(
      JSON.parse(documentOf({ conditions: [{ test: "Bool", variable: "aws:SecureTransport", values: [false, 1] }] })),
      {
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Condition: { Bool: { "aws:SecureTransport": ["false", "1"] } } }],
      },
    );
  });

  describe("principals of one type in several blocks", () => {
    const root = (partition: string, digit: number) => `arn:${partition}:iam::${String(digit).repeat(12)}:root`;
    const principals = (partition: string, ...blocks: number[][]) =>
      blocks.map((digits) => ({ type: "AWS", identifiers: digits.map((digit) => root(partition, digit)) }));
    const joined = (partition: string, ...blocks: number[][]): unknown => {
      const text = documentOf({ actions: ["*"], resources: ["*"], principals: principals(partition, ...blocks) });
      return (JSON.parse(text) as { Statement: { Principal: { AWS: unknown } }[] }).Statement[0]?.Principal.AWS;
    };

    it("are joined, one and several", () => {
      const expected = [1, 3, 2].map((digit) => root("aws", digit));
      assert.deepEqual(joined("aws", [1], [2, 3]), expected);
      assert.deepEqual(joined("aws", [2, 3], [1]), expected);
    });

    it("stand in the order of their hashes, which differs with the partition", () => {
      assert.deepEqual(
        joined("aws", [1, 2], [3], [4]),
        [3, 4, 2, 1].map((digit) => root("aws", digit)),
      );
      assert.deepEqual(
        joined("aws-us-gov", [1, 2], [3], [4]),
        [3, 2, 1, 4].map((digit) => root("aws-us-gov", digit)),
      );
    });
  });

  describe("of version 2008-10-17", () => {
    it("says so", () => {
      assert.equal(
        json({ version: "2008-10-17", statements: [{ actions: ["ec2:*"], resources: ["*"] }] }),
        indented({ Version: "2008-10-17", Statement: [{ Effect: "Allow", Action: "ec2:*", Resource: "*" }] }),
      );
    });

    const principal = { identifiers: ["&{aws:username}"], type: "AWS" };
    const variables: [where: string, statement: JsonObject, value: string][] = [
      ["a condition", { conditions: [{ test: "StringLike", values: ["a/", "&{b}/"], variable: "v" }] }, "&{b}/"],
      ["a principal", { principals: [principal] }, "&{aws:username}"],
      ["an excluded principal", { notPrincipals: [principal] }, "&{aws:username}"],
      ["a resource", { resources: ["arn:&{x}"] }, "arn:&{x}"],
      ["an excluded resource", { notResources: ["arn:&{x}"] }, "arn:&{x}"],
    ];
    for (const [where, statement, value] of variables) {
      it(`refuses a policy variable in ${where}`, () => {
        assert.equal(
          refusal(TOKEN, { version: "2008-10-17", statements: [{ actions: ["*"], ...statement }] }),
          `found &{ sequence in (${value}), which is not supported in document version 2008-10-17.`,
        );
      });
    }
  });
});
