import * as assert from "node:assert/strict";
import { type Json } from "../../../../src/document";
import { type JsonObject } from "../../../../src/lookups";
import { answer, refusal } from "../compute";

/**
 * The documents are those which the acceptance tests of AWS's provider expect, to the letter where they do.
 *
 * @see https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/iam/policy_document_data_source_test.go
 */
const TOKEN = "aws:iam/getPolicyDocument:getPolicyDocument";

/** The document that arguments make, in the words of JSON that the provider indents. */
function json(args: JsonObject): string {
  return answer(TOKEN, args)["json"] as string;
}

function indented(document: Json): string {
  return JSON.stringify(document, null, 2);
}

/** The document of statements, as one of the tests' own documents is passed on to the next. */
function documentOf(...statements: JsonObject[]): string {
  return json({ statements });
}

const BASIC: JsonObject = {
  policyId: "policy_id",
  statements: [
    { sid: "1", actions: ["s3:ListAllMyBuckets", "s3:GetBucketLocation"], resources: ["arn:aws:s3:::*"] },
    {
      actions: ["s3:ListBucket"],
      resources: ["arn:aws:s3:::foo"],
      conditions: [{ test: "StringLike", variable: "s3:prefix", values: ["home/", "", "home/&{aws:username}/"] }],
      notPrincipals: [{ type: "AWS", identifiers: ["arn:blahblah:example"] }],
    },
    {
      actions: ["s3:*"],
      resources: ["arn:aws:s3:::foo/home/&{aws:username}", "arn:aws:s3:::foo/home/&{aws:username}/*"],
      principals: [{ type: "AWS", identifiers: ["arn:blahblah:example"] }],
    },
    { effect: "Deny", notActions: ["s3:*"], notResources: ["arn:aws:s3:::*"] },
    { effect: "Allow", actions: ["kinesis:*"], principals: [{ type: "AWS", identifiers: ["*"] }] },
    { effect: "Allow", actions: ["firehose:*"], principals: [{ type: "*", identifiers: ["*"] }] },
  ],
};

const BASIC_STATEMENTS: JsonObject[] = [
  {
    Sid: "1",
    Effect: "Allow",
    Action: ["s3:ListAllMyBuckets", "s3:GetBucketLocation"],
    Resource: "arn:aws:s3:::*",
  },
  {
    Effect: "Allow",
    Action: "s3:ListBucket",
    Resource: "arn:aws:s3:::foo",
    NotPrincipal: { AWS: "arn:blahblah:example" },
    Condition: { StringLike: { "s3:prefix": ["home/", "", "home/${aws:username}/"] } },
  },
  {
    Effect: "Allow",
    Action: "s3:*",
    Resource: ["arn:aws:s3:::foo/home/${aws:username}/*", "arn:aws:s3:::foo/home/${aws:username}"],
    Principal: { AWS: "arn:blahblah:example" },
  },
  { Effect: "Deny", NotAction: "s3:*", NotResource: "arn:aws:s3:::*" },
  { Effect: "Allow", Action: "kinesis:*", Principal: { AWS: "*" } },
  { Effect: "Allow", Action: "firehose:*", Principal: "*" },
];

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

  describe("with source and override documents", () => {
    const one = (sid: string, effect: string, action: string) => ({ sid, effect, actions: [action] });

    it("puts the sources in their order before the statements", () => {
      const first = documentOf(one("", "Allow", "foo:ActionOne"), one("validSidOne", "Allow", "bar:ActionOne"));
      const second = documentOf(one("validSidTwo", "Deny", "foo:ActionTwo"));
      const third = documentOf(one("", "Allow", "bar:ActionTwo"));
      assert.equal(
        json({ version: "2012-10-17", sourcePolicyDocuments: [first, second, third] }),
        indented({
          Version: "2012-10-17",
          Statement: [
            { Effect: "Allow", Action: "foo:ActionOne" },
            { Sid: "validSidOne", Effect: "Allow", Action: "bar:ActionOne" },
            { Sid: "validSidTwo", Effect: "Deny", Action: "foo:ActionTwo" },
            { Effect: "Allow", Action: "bar:ActionTwo" },
          ],
        }),
      );
    });

    it("keeps a source's id, principals and conditions", () => {
      const statements = [{ sid: "SourceJSONTest1", actions: ["*"], resources: ["*"] }];
      assert.equal(
        json({ sourcePolicyDocuments: [json(BASIC)], statements }),
        indented({
          Version: "2012-10-17",
          Id: "policy_id",
          Statement: [...BASIC_STATEMENTS, { Sid: "SourceJSONTest1", Effect: "Allow", Action: "*", Resource: "*" }],
        }),
      );
    });

    it("lets a statement replace a source's of the same sid", () => {
      const source = documentOf({ sid: "Conflicting", actions: ["iam:*"], resources: ["*"] });
      assert.equal(
        json({
          sourcePolicyDocuments: [source],
          statements: [{ sid: "Conflicting", actions: ["*"], resources: ["*"] }],
        }),
        indented({
          Version: "2012-10-17",
          Statement: [{ Sid: "Conflicting", Effect: "Allow", Action: "*", Resource: "*" }],
        }),
      );
    });

    it("lets an override replace a statement of the same sid, in its place", () => {
      const override = documentOf({ sid: "SidToOverwrite", actions: ["s3:*"], resources: ["*"] });
      const statements: JsonObject[] = [
        { sid: "SidToOverwrite", actions: ["s3:*"], resources: ["arn:aws:s3:::b", "arn:aws:s3:::b/*"] },
        { actions: ["ec2:*"], resources: ["*"] },
      ];
      assert.equal(
        json({ overridePolicyDocuments: [override], statements }),
        indented({
          Version: "2012-10-17",
          Statement: [
            { Sid: "SidToOverwrite", Effect: "Allow", Action: "s3:*", Resource: "*" },
            { Effect: "Allow", Action: "ec2:*", Resource: "*" },
          ],
        }),
      );
    });

    it("lets a later override win over an earlier one", () => {
      const first = documentOf(one("", "Allow", "foo:ActionOne"), one("overrideSid", "Allow", "bar:ActionOne"));
      const second = documentOf(one("validSid", "Deny", "foo:ActionTwo"));
      const third = documentOf(one("overrideSid", "Deny", "bar:ActionOne"));
      assert.equal(
        json({ version: "2012-10-17", overridePolicyDocuments: [first, second, third] }),
        indented({
          Version: "2012-10-17",
          Statement: [
            { Effect: "Allow", Action: "foo:ActionOne" },
            { Sid: "overrideSid", Effect: "Deny", Action: "bar:ActionOne" },
            { Sid: "validSid", Effect: "Deny", Action: "foo:ActionTwo" },
          ],
        }),
      );
    });

    it("merges sources and overrides where there are no statements", () => {
      const source = documentOf({ sid: "", actions: ["ec2:DescribeAccountAttributes"], resources: ["*"] });
      const override = documentOf({ sid: "OverridePlaceholder", actions: ["s3:GetObject"], resources: ["*"] });
      assert.equal(
        json({ sourcePolicyDocuments: [source], overridePolicyDocuments: [override] }),
        indented({
          Version: "2012-10-17",
          Statement: [
            { Effect: "Allow", Action: "ec2:DescribeAccountAttributes", Resource: "*" },
            { Sid: "OverridePlaceholder", Effect: "Allow", Action: "s3:GetObject", Resource: "*" },
          ],
        }),
      );
    });

    it("writes a truth value of a condition as text, and a list of one value without its list", () => {
      const source = JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Sid: "RestrictAccessToSpecialTag",
            Effect: "Deny",
            Action: ["ec2:CreateTags", "ec2:DeleteTags"],
            Resource: "arn:aws:ec2:*:*:vpc/*",
            Condition: {
              Null: { "aws:ResourceTag/SpecialTag": false },
              StringLike: { "aws:ResourceAccount": ["123456"], "aws:PrincipalArn": "arn:aws:iam::*:role/Execution" },
            },
          },
        ],
      });
      assert.equal(
        json({ sourcePolicyDocuments: [source] }),
        indented({
          Version: "2012-10-17",
          Statement: [
            {
              Sid: "RestrictAccessToSpecialTag",
              Effect: "Deny",
              Action: ["ec2:CreateTags", "ec2:DeleteTags"],
              Resource: "arn:aws:ec2:*:*:vpc/*",
              Condition: {
                Null: { "aws:ResourceTag/SpecialTag": "false" },
                StringLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/Execution", "aws:ResourceAccount": "123456" },
              },
            },
          ],
        }),
      );
    });

    it("reads keys in any case, leaves out what it does not know, and keeps lists of actions as they are", () => {
      const source = { version: "2008-10-17", extra: 1, STATEMENT: [{ effect: "Deny", Action: ["b:*", "a:*"], X: 1 }] };
      assert.deepEqual(JSON.parse(json({ sourcePolicyDocuments: [JSON.stringify(source)] })), {
        Version: "2012-10-17",
        Statement: [{ Effect: "Deny", Action: ["b:*", "a:*"] }],
      });
    });

    it("reads everyone, sorts principals backwards, and keeps a list of one a list", () => {
      const principals = { AWS: ["one"], Federated: ["a", "c", "b"], Service: "ec2.amazonaws.com" };
      const source = { Statement: [{ Principal: "*" }, { Principal: principals }] };
      assert.deepEqual(JSON.parse(json({ sourcePolicyDocuments: [JSON.stringify(source)] })), {
        Version: "2012-10-17",
        Statement: [{ Principal: "*" }, { Principal: { ...principals, Federated: ["c", "b", "a"] } }],
      });
    });

    it("leaves out the number of a condition, as the provider does", () => {
      const source = {
        Statement: [{ Effect: "Deny", Condition: { NumericLessThan: { "aws:MultiFactorAuthAge": 3600 } } }],
      };
      assert.deepEqual(JSON.parse(json({ sourcePolicyDocuments: [JSON.stringify(source)] })), {
        Version: "2012-10-17",
        Statement: [{ Effect: "Deny" }],
      });
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
