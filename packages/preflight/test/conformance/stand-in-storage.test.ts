import * as assert from "node:assert/strict";
import { Account } from "./harness/account";

describe("what the stand-in does with copies and a Region's settings", () => {
  let account: Account;
  beforeEach(() => {
    account = new Account();
  });
  afterEach(() => account.close());

  it("loses a Region's default key with the old one, if the new one is set while that stands", () => {
    const set = (keyArn: string, region: string) =>
      account.create("aws:ebs/defaultKmsKey:DefaultKmsKey", keyArn, { keyArn, region });
    const [old, fresh, elsewhere] = [
      set("arn:old", "eu-west-1"),
      set("arn:new", "eu-west-1"),
      set("arn:old", "eu-north-1"),
    ];
    account.delete(old);
    assert.deepEqual(
      [fresh, elsewhere].map((setting) => account.has(setting)),
      [false, true],
    );
  });

  it("keeps the new default key where the old one goes first", () => {
    const set = (keyArn: string) =>
      account.create("aws:ebs/defaultKmsKey:DefaultKmsKey", keyArn, { keyArn, region: "eu-west-1" });
    account.delete(set("arn:old"));
    assert.equal(account.has(set("arn:new")), true);
  });

  it("refuses an AMI's name that is in use in the Region, and takes it in another", () => {
    const copy = (resource: string, region: string) =>
      account.create("aws:ec2/amiCopy:AmiCopy", resource, {
        name: "web",
        sourceAmiId: "ami-1",
        sourceAmiRegion: "eu-west-1",
        region,
      });
    copy("one", "eu-west-1");
    assert.throws(() => copy("two", "eu-west-1"), /InvalidAMIName\.Duplicate/);
    copy("three", "eu-north-1");
  });
});
