import * as assert from "node:assert/strict";
import { type JsonObject } from "../../../../src/lookups";
import { BASIC, BASIC_STATEMENTS, documentOf, indented, json } from "./documents";

describe("getPolicyDocument", () => {
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
});
