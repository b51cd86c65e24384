import * as assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { arn, managedPolicyArn } from "@groundwork/core";
import { valueOf } from "./values";

describe("arn", () => {
  it("puts each part in its place, whether it is known yet or not", async () => {
    const accountId = pulumi.output("111122223333");
    assert.equal(
      await valueOf(arn({ service: "dlm", region: "eu-west-1", accountId, resource: "policy/*" })),
      "arn:aws:dlm:eu-west-1:111122223333:policy/*",
    );
  });

  it("leaves empty what a service's ARNs have not", async () => {
    assert.equal(await valueOf(arn({ service: "s3", resource: "logs" })), "arn:aws:s3:::logs");
  });
});

describe("managedPolicyArn", () => {
  it("names a policy of AWS's own account, with the path that some have", () => {
    assert.equal(
      managedPolicyArn("service-role/AWSLambdaBasicExecutionRole"),
      "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
    );
  });
});
