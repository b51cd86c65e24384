import rule from "../../../rules/ec2/ami-is-recent";
import { judge } from "../../support/pack";
import { describeRule } from "../../support/table";
import * as assert from "node:assert/strict";

const ID = "ami-0123456789abcdef0";
const NEWER = "ami-0aaaaaaaaaaaaaaaa";

/** An entry of the catalogue for an AMI that was made some days ago. */
const made = (id: string, days: number) => ({
  id,
  region: "eu-west-1",
  accountId: "111122223333",
  created: new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10),
  expires: "9999-12-31",
});

describeRule(rule, [
  {
    it: "fails an AMI that is older than the configuration allows",
    fails: { ami: ID },
    settings: { catalogue: [made(ID, 31), made(NEWER, 30)], maxAgeDays: 30 },
    messages: [`ami is ${ID}, which is 31 days old; launch one that is no older than 30 days.`],
    passes: {
      "one that is as old as that": { ami: NEWER },
      "a parameter, which moves with each approval": { ami: "resolve:ssm:/golden-ami/web/approved" },
    },
  },
  {
    it: "fails an AMI that is older than half a year, by default",
    type: "aws:ec2/spotFleetRequest:SpotFleetRequest",
    fails: { launchSpecifications: [{ ami: ID }] },
    settings: { catalogue: [made(ID, 181), made(NEWER, 180)] },
    messages: [
      `launchSpecifications[0].ami is ${ID}, which is 181 days old; launch one that is no older than 180 days.`,
    ],
    passes: { "one that is not": { launchSpecifications: [{ ami: NEWER }] } },
  },
]);

describe("an AMI of which nothing tells its age", () => {
  it("is told apart from one that is too old", async () => {
    const instance = { type: "aws:ec2/instance:Instance", name: "it", inputs: { ami: ID } };
    assert.deepEqual(await judge([rule], [instance], { [rule.name]: {} }), [
      `advisory it: ami is ${ID}, and nothing tells when it was made; add it to the catalogue. (end)`,
    ]);
  });
});
