import * as assert from "node:assert/strict";
import { describeUrn, shortType } from "../../src/reports/resource-names";

describe("shortType", () => {
  const cases: [string, string, string][] = [
    ["aws:ec2/vpc:Vpc", "aws:ec2:Vpc", "the file repeats the member"],
    ["aws:ec2/transitgateway/foo:Bar", "aws:ec2/transitgateway/foo:Bar", "the file is another than the member"],
    ["kubernetes:apps/v1:Deployment", "kubernetes:apps/v1:Deployment", "a version is no file"],
    ["network:index:Network", "network:Network", "the module index says nothing"],
    ["random:index/randomId:RandomId", "random:RandomId", "both"],
    ["pulumi:pulumi:Stack", "pulumi:pulumi:Stack", "there is nothing to shorten"],
    ["custom:Thing", "custom:Thing", "a component may have two parts"],
    ["Thing", "Thing", "or one"],
    ["", "", "or none"],
    ["a:b:", "a:b:", "an empty member is kept to be seen"],
    ["evil\u001b[2J:x:Y", "evil:x:Y", "escape sequences are dropped"],
  ];
  for (const [type, short, reason] of cases) {
    it(`makes ${JSON.stringify(short)} of ${JSON.stringify(type)}: ${reason}`, () => {
      assert.equal(shortType(type), short);
    });
  }
});

describe("describeUrn", () => {
  it("names the resource by its own type, without its parents', and its name", () => {
    const urn = "urn:pulumi:dev::shop::network:index:Network$aws:ec2/vpc:Vpc::main-vpc";
    assert.equal(describeUrn(urn), "aws:ec2:Vpc main-vpc");
  });

  it("keeps a name that holds the separator", () => {
    assert.equal(describeUrn("urn:pulumi:dev::shop::custom:Thing::a::b"), "custom:Thing a::b");
  });

  it("shows what is no URN as it is", () => {
    assert.equal(describeUrn("nonsense\n"), "nonsense␊");
  });
});
