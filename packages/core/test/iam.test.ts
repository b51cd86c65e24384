import * as assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { assumeRolePolicy, policyDocument } from "@groundwork/core";
import { valueOf } from "./values";

describe("policyDocument", () => {
  it("holds its statements in their order and spelling, because any difference shows as a change of the policy", async () => {
    const arns = pulumi.output(["arn:of:key"]);
    assert.equal(
      await valueOf(
        policyDocument(
          { Effect: "Allow", Action: "kms:Decrypt", Resource: arns },
          { Effect: "Deny", Action: ["kms:*"], Resource: "*" },
        ),
      ),
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"kms:Decrypt","Resource":["arn:of:key"]},' +
        '{"Effect":"Deny","Action":["kms:*"],"Resource":"*"}]}',
    );
  });
});

describe("assumeRolePolicy", () => {
  it("admits one service", async () => {
    assert.equal(
      await valueOf(assumeRolePolicy("ec2")),
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}',
    );
  });

  it("admits a service on behalf of one account, or of some of its resources, and of nobody else", async () => {
    const conditionOf = async (document: pulumi.Output<string>) =>
      (JSON.parse(await valueOf(document)) as { Statement: { Condition: unknown }[] }).Statement[0]!.Condition;
    const accountId = pulumi.output("111122223333");
    assert.deepEqual(await conditionOf(assumeRolePolicy("imagebuilder", { accountId })), {
      StringEquals: { "aws:SourceAccount": "111122223333" },
    });
    assert.deepEqual(await conditionOf(assumeRolePolicy("dlm", { accountId, arn: "arn:of:policies" })), {
      StringEquals: { "aws:SourceAccount": "111122223333" },
      ArnLike: { "aws:SourceArn": "arn:of:policies" },
    });
  });
});
