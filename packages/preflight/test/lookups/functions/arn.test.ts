import * as assert from "node:assert/strict";
import { answer, refusal } from "./compute";

const GET_ARN = "aws:index/getArn:getArn";
const TRIM = "aws:index/trimIamRolePath:trimIamRolePath";

describe("getArn", () => {
  it("takes an ARN apart, and keeps the colons of its resource", () => {
    const arn = "arn:aws:rds:eu-west-1:123456789012:db:mysql-db";
    assert.deepEqual(answer(GET_ARN, { arn }), {
      account: "123456789012",
      arn,
      id: arn,
      partition: "aws",
      region: "eu-west-1",
      resource: "db:mysql-db",
      service: "rds",
    });
  });

  it("leaves empty what an ARN leaves out", () => {
    const { account, region, resource } = answer(GET_ARN, { arn: "arn:aws:s3:::bucket/*" });
    assert.deepEqual([account, region, resource], ["", "", "bucket/*"]);
  });

  it("refuses what is none", () => {
    for (const arn of ["bucket", "arn:aws:s3", "arn:aws:s3:::".slice(0, -1)]) {
      assert.equal(
        refusal(GET_ARN, { arn }),
        `arn must be arn:partition:service:region:account:resource, but is "${arn}"; correct it.`,
      );
    }
    assert.equal(refusal(GET_ARN, {}), "arn is required; add it.");
  });
});

describe("arnParse and arnBuild", () => {
  it("take an ARN apart and put it together", () => {
    const arn = "arn:aws:iam::444455556666:role/example";
    const parts = answer("aws:index/arnParse:arnParse", { arn });
    assert.deepEqual(parts, {
      accountId: "444455556666",
      partition: "aws",
      region: "",
      resource: "role/example",
      service: "iam",
    });
    assert.deepEqual(answer("aws:index/arnBuild:arnBuild", parts), { result: arn });
  });
});

describe("trimIamRolePath", () => {
  it("takes the path away", () => {
    for (const arn of [
      "arn:aws:iam::444455556666:role/example",
      "arn:aws:iam::444455556666:role/with/some/path/parts/example",
    ]) {
      assert.deepEqual(answer(TRIM, { arn }), { result: "arn:aws:iam::444455556666:role/example" });
    }
  });

  it("refuses what is no role", () => {
    const wrong: [arn: string, why: string][] = [
      ["arn:aws:s3:::bucket/foo", 'service must be "iam"'],
      ["arn:aws:iam:us-east-1:444455556666:role/example", "region must be empty"],
      ["arn:aws:iam::444455556666:policy/example", 'resource must begin with "role/"'],
    ];
    for (const [arn, why] of wrong) {
      assert.equal(refusal(TRIM, { arn }), `arn is ${arn}, but its ${why}.`);
    }
  });
});
