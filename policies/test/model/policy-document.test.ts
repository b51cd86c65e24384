import * as assert from "node:assert/strict";
import { accountOf, isAccount, matchesPattern } from "../../model/policy-document";
import { UNKNOWN } from "../../model/reading";

describe("a pattern of IAM's", () => {
  it("covers what its wildcards leave open, in any case", () => {
    for (const pattern of [
      "kms:Decrypt",
      "KMS:decrypt",
      "kms:*",
      "*",
      "**",
      "kms:?ecrypt",
      "*:*crypt",
      "k*s:D*t",
      "kms:Decrypt*",
    ]) {
      assert.equal(matchesPattern(pattern, "kms:Decrypt"), true, pattern);
    }
    for (const pattern of [
      "",
      "kms",
      "kms:Encrypt",
      "kms:Decryptx",
      "kms:Decrypt?",
      "?kms:Decrypt",
      "k.s:Decrypt",
      "*x",
      "kms:*s*",
    ]) {
      assert.equal(matchesPattern(pattern, "kms:Decrypt"), false, pattern);
    }
  });

  it("is matched in no time, however many wildcards it has", () => {
    assert.equal(matchesPattern(`${"*?".repeat(40)}x`, "arn:aws:kms:xx-any-1:000000000000:key/any".repeat(4)), false);
  });
});

describe("a principal", () => {
  it("has the account of its ARN, or is one", () => {
    assert.equal(accountOf("111122223333"), "111122223333");
    assert.equal(accountOf("arn:aws-cn:iam::111122223333:role/app"), "111122223333");
    assert.equal(accountOf("arn:aws:iam::cloudfront:user/x"), undefined);
    assert.equal(accountOf("*"), undefined);
  });

  it("is an account as a whole by its number, or as its root", () => {
    assert.equal(isAccount("111122223333"), true);
    assert.equal(isAccount("arn:aws:iam::111122223333:root"), true);
    assert.equal(isAccount("arn:aws:iam::111122223333:role/root"), false);
    assert.equal(isAccount("arn:aws:iam::111122223333:user/x:root"), false);
    assert.equal(isAccount("ec2.amazonaws.com"), false);
    assert.equal(isAccount(UNKNOWN), UNKNOWN);
  });
});
