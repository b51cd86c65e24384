import * as assert from "node:assert/strict";
import { Checks, checkOrganizations, checkOtherAccounts, ConfigError } from "@groundwork/core";

const PLACE = { accountId: "111122223333", region: "cn-north-1" };
const ORGANIZATION = "arn:aws-cn:organizations::444455556666:organization/o-a1b2c3d4e5";
const UNIT = "arn:aws-cn:organizations::444455556666:ou/o-a1b2c3d4e5/ou-ab12-cdef3456";

/** The mistakes that checks record. */
function problems(check: (checks: Checks) => void): string[] {
  const checks = new Checks("Copy", "web");
  check(checks);
  try {
    checks.done();
    return [];
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error.problems;
  }
}

describe("checkOtherAccounts", () => {
  const check = (accountIds?: string[]) =>
    problems((checks) => checkOtherAccounts(checks, "accountIds", accountIds, PLACE, "the copy's"));

  it("takes other accounts, or none", () => {
    assert.deepEqual(check(["444455556666", "777788889999"]), []);
    assert.deepEqual(check(), []);
  });

  it("refuses an empty list, an account twice, what is none, and the owner", () => {
    assert.deepEqual(check([]), ["accountIds is [], but must be at least one account; leave it out for none."]);
    assert.deepEqual(check(["444455556666", "444455556666"]), [
      'accountIds is ["444455556666","444455556666"], but must be different accounts; name each once.',
    ]);
    assert.deepEqual(check(["4444", "111122223333"]), [
      'accountIds[0] is "4444", but must be an AWS account id of twelve digits; copy it from the console, and quote it in YAML.',
      'accountIds[1] is "111122223333", but must be another account than the copy\'s own; drop it.',
    ]);
  });
});

describe("checkOrganizations", () => {
  const check = (shared: { organizationArns?: string[]; organizationalUnitArns?: string[] }) =>
    problems((checks) => checkOrganizations(checks, PLACE, shared, "distributions[0]."));

  it("takes organizations and units of the place's partition, or none", () => {
    assert.deepEqual(check({ organizationArns: [ORGANIZATION], organizationalUnitArns: [UNIT] }), []);
    assert.deepEqual(check({}), []);
  });

  it("refuses those of another partition, one for the other, an empty list and one twice", () => {
    assert.deepEqual(
      check({ organizationArns: [ORGANIZATION.replace("aws-cn", "aws")], organizationalUnitArns: [ORGANIZATION] }),
      [
        `distributions[0].organizationArns[0] is "${ORGANIZATION.replace("aws-cn", "aws")}", but must be the ARN of an organization; copy it from AWS Organizations.`,
        `distributions[0].organizationalUnitArns[0] is "${ORGANIZATION}", but must be the ARN of an organizational unit; copy it from AWS Organizations.`,
      ],
    );
    assert.deepEqual(
      check({ organizationArns: [], organizationalUnitArns: [UNIT, UNIT] }).map((problem) => problem.split("; ")[1]),
      ["leave it out for none.", "name each once."],
    );
  });
});
