import rule from "../../../rules/ec2/ami-is-not-deprecated";
import { judge, UNKNOWN_VALUE } from "../../support/pack";
import { describeRule } from "../../support/table";
import * as assert from "node:assert/strict";

const ID = "ami-0123456789abcdef0";
const OTHER = "ami-0aaaaaaaaaaaaaaaa";
const THIRD = "ami-0bbbbbbbbbbbbbbbb";
const entry = (id: string, deprecated?: string) => ({
  id,
  region: "eu-west-1",
  accountId: "111122223333",
  created: "2020-01-01",
  expires: "9999-12-31",
  ...(deprecated !== undefined && { deprecated }),
});

describeRule(rule, [
  {
    it: "fails an AMI that the catalogue has as deprecated",
    fails: { ami: ID },
    settings: { catalogue: [entry(ID, "2020-06-30"), entry(OTHER, "9999-12-31"), entry(THIRD)] },
    messages: [`ami is ${ID}, which is deprecated since 2020-06-30; launch one that is not.`],
    passes: {
      "one that will be": { ami: OTHER },
      "one that is not": { ami: THIRD },
      "a parameter, which moves with each approval": { ami: "resolve:ssm:/golden-ami/web/approved" },
    },
  },
  {
    it: "fails an AMI that is deprecated as soon as it is made",
    type: "aws:ec2/amiCopy:AmiCopy",
    fails: { deprecationTime: "2020-06-30T00:00:00Z" },
    messages: ["deprecationTime is another value; set it to a time at most two years ahead."],
    passes: {
      "one that will be": { deprecationTime: "9999-12-31T00:00:00Z" },
      "one that is not": { deprecationTime: undefined },
    },
  },
]);

describe("an AMI of which nothing tells whether it is deprecated", () => {
  const instance = (ami: string, sources: string[] = []) => ({
    type: "aws:ec2/instance:Instance",
    name: "it",
    inputs: { ami },
    sources: { ami: sources },
  });

  it("is told apart from one that is", async () => {
    assert.deepEqual(await judge([rule], [instance(ID)], { [rule.name]: {} }), [
      `advisory it: ami is ${ID}, and nothing tells whether it is deprecated; add it to the catalogue. (end)`,
    ]);
  });

  it("is judged where the program makes it", async () => {
    const copy = { type: "aws:ec2/amiCopy:AmiCopy", name: "copy", inputs: {} };
    assert.deepEqual(await judge([rule], [copy, instance(UNKNOWN_VALUE, ["copy"])], { [rule.name]: {} }), []);
    assert.deepEqual(await judge([rule], [copy, instance(UNKNOWN_VALUE)], { [rule.name]: {} }), [
      "advisory it: ami is known only at deployment; to have it judged before, name an AMI. (end)",
    ]);
  });
});
