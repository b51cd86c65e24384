import * as assert from "node:assert/strict";
import { arn, iamArn, managedPolicyArn } from "@groundwork/core";

const PLACE = { accountId: "111122223333", region: "eu-west-1" };
const CHINA = { accountId: "111122223333", region: "cn-north-1" };

describe("arn", () => {
  it("puts each part in its place, after the partition of the Region", () => {
    const parts = { service: "dlm", region: "*", accountId: "111122223333", resource: "policy/*" };
    assert.equal(arn(PLACE, parts), "arn:aws:dlm:*:111122223333:policy/*");
    assert.equal(arn(CHINA, parts), "arn:aws-cn:dlm:*:111122223333:policy/*");
  });

  it("leaves empty what a service's ARNs have not", () => {
    assert.equal(arn(PLACE, { service: "s3", resource: "logs" }), "arn:aws:s3:::logs");
  });
});

describe("iamArn", () => {
  it("names what is in the IAM of the place's account, or of another", () => {
    assert.equal(iamArn(PLACE, "role/deployer"), "arn:aws:iam::111122223333:role/deployer");
    assert.equal(iamArn(CHINA, "root", "444455556666"), "arn:aws-cn:iam::444455556666:root");
  });
});

describe("managedPolicyArn", () => {
  it("names a policy of AWS's own account, with the path that some have", () => {
    assert.equal(
      managedPolicyArn(PLACE, "service-role/AWSLambdaBasicExecutionRole"),
      "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
    );
    assert.equal(managedPolicyArn(CHINA, "ReadOnlyAccess"), "arn:aws-cn:iam::aws:policy/ReadOnlyAccess");
  });
});
