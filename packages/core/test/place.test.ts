import * as assert from "node:assert/strict";
import { checkPlace, Checks, ConfigError, partitionOf, type Place } from "@groundwork/core";

/** The mistakes in a place. */
function mistakesIn(place: Place): string[] {
  const checks = new Checks("Widget", "blue");
  checkPlace(checks, place);
  try {
    checks.done();
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error.problems;
  }
  return [];
}

describe("partitionOf", () => {
  it("tells the partition of each Region by its name, since none is in two", () => {
    const regions: Record<string, string> = {
      "eu-west-1": "aws",
      "us-east-1": "aws",
      "ap-southeast-5": "aws",
      "cn-northwest-1": "aws-cn",
      "us-gov-west-1": "aws-us-gov",
      "us-iso-east-1": "aws-iso",
      "us-isob-east-1": "aws-iso-b",
      "eu-isoe-west-1": "aws-iso-e",
      "us-isof-south-1": "aws-iso-f",
      "eusc-de-east-1": "aws-eusc",
    };
    for (const [region, partition] of Object.entries(regions)) {
      assert.equal(partitionOf(region), partition);
      assert.deepEqual(mistakesIn({ accountId: "111122223333", region, partition }), []);
      assert.deepEqual(mistakesIn({ accountId: "111122223333", region }), []);
    }
  });
});

describe("checkPlace", () => {
  it("refuses what is no account, no Region, or another Region's partition, all that can be told at once", () => {
    assert.deepEqual(mistakesIn({ accountId: "1111", region: "Ireland", partition: "aws-cn" }), [
      'place.accountId is "1111", but must be an AWS account id of twelve digits; copy it from the console, and quote it in YAML.',
      'place.region is "Ireland", but must be a Region; write it like eu-central-1.',
    ]);
    assert.deepEqual(mistakesIn({ accountId: "111122223333", region: "cn-north-1", partition: "aws" }), [
      'place.partition is "aws", but must be "aws-cn", the partition of cn-north-1; leave it out.',
    ]);
  });

  it("takes an Availability Zone for no Region", () => {
    assert.deepEqual(mistakesIn({ accountId: "111122223333", region: "eu-west-1a" }), [
      'place.region is "eu-west-1a", but must be a Region; write it like eu-central-1.',
    ]);
  });
});
