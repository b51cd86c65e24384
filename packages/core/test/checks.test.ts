import * as assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { Checks, ConfigError } from "@groundwork/core";

/** The error that `record` leads to. */
function errorOf(record: (checks: Checks) => void): ConfigError {
  const checks = new Checks("Widget", "blue");
  record(checks);
  try {
    checks.done();
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error;
  }
  throw new Error("no mistake was found");
}

describe("Checks", () => {
  it("passes when there is no mistake", () => {
    const checks = new Checks("Widget", "blue");
    checks.range("size", 1, 1, 1);
    checks.range("size", undefined, 1, 1);
    checks.oneOf("colour", "red", ["red"]);
    checks.matches("name", "blue", /^[a-z]+$/, "lower-case letters", "rename it");
    checks.matches("name", undefined, /^[a-z]+$/, "lower-case letters", "rename it");
    for (const parts of [undefined, ["a"], ["a", pulumi.output("a")]]) {
      checks.count("parts", parts, 1, 2, "one or two parts", "drop one");
      checks.different("parts", parts, "different parts", "drop one");
    }
    checks.done();
  });

  it("reports every mistake at once, because fixing them one by one costs a run each", () => {
    const error = errorOf((checks) => {
      checks.range("size", 11, 1, 10, "GiB");
      checks.oneOf("colour", "green", ["red", "blue"]);
      checks.problem("nothing fits");
    });
    assert.equal(
      error.message,
      [
        'Widget "blue": 3 mistakes',
        "  - size is 11, but must be a whole number from 1 to 10 GiB; pass a number in that range.",
        '  - colour is "green", but must be one of "red", "blue"; pass one of these.',
        "  - nothing fits",
      ].join("\n"),
    );
  });

  it("refuses both ends just outside a range and a fraction inside it", () => {
    for (const value of [0, 11, 1.5, Number.NaN]) {
      assert.equal(errorOf((checks) => checks.range("size", value, 1, 10)).problems.length, 1, String(value));
    }
  });

  it("refuses a field that does not go with others, whatever its value", () => {
    for (const value of ["red", false, 0, ""]) {
      const { problems } = errorOf((checks) => checks.leftOut("colour", value, "beside pattern", "remove it"));
      assert.deepEqual(problems, [
        `colour is ${JSON.stringify(value)}, but must be left out beside pattern; remove it.`,
      ]);
    }
    const checks = new Checks("Widget", "blue");
    assert.equal(checks.leftOut("colour", undefined, "beside pattern", "remove it"), true);
    checks.done();
  });

  it("refuses a text that does not match", () => {
    assert.deepEqual(
      errorOf((checks) => checks.matches("name", "Blue", /^[a-z]+$/, "lower-case letters", "rename it")).problems,
      ['name is "Blue", but must be lower-case letters; rename it.'],
    );
  });

  it("refuses a list that is too short, too long or repeats itself, unknown items counted", () => {
    const part = pulumi.output("a");
    const error = errorOf((checks) => {
      checks.count("parts", [], 1, 2, "one or two parts", "add one");
      checks.count("parts", ["a", "b", part], 1, 2, "one or two parts", "drop one");
      checks.different("parts", ["a", "b", "a"], "different parts", "drop one");
    });
    assert.deepEqual(error.problems, [
      "parts is [], but must be one or two parts; add one.",
      'parts is ["a","b","[known at deployment]"], but must be one or two parts; drop one.',
      'parts is ["a","b","a"], but must be different parts; drop one.',
    ]);
  });

  it("takes an account's id as twelve digits, which YAML reads as a number where nobody quotes it", () => {
    const checks = new Checks("Widget", "blue");
    checks.accountId("accountId", "111122223333");
    checks.accountId("accountId", pulumi.output("later"));
    checks.done();
    assert.deepEqual(errorOf((wrong) => wrong.accountId("accountId", "11112222333")).problems, [
      'accountId is "11112222333", but must be an AWS account id of twelve digits; copy it from the console, and quote it in YAML.',
    ]);
  });

  it("leaves a value that is known only at deployment to AWS", () => {
    const checks = new Checks("Widget", "blue");
    checks.range("size", pulumi.output(99), 1, 10);
    checks.oneOf("colour", Promise.resolve("green"), ["red"]);
    checks.matches("name", pulumi.output("Blue"), /^[a-z]+$/, "lower-case letters", "rename it");
    checks.count("parts", pulumi.output(["a"]), 2, 2, "two parts", "add one");
    checks.different("parts", pulumi.output(["a", "a"]), "different parts", "drop one");
    checks.done();
  });

  it("never shows what an output holds, because it may be a secret", () => {
    const error = errorOf((checks) =>
      checks.that(false, "keys", [pulumi.secret("hunter2")], "empty", "leave keys out"),
    );
    assert.equal(error.message, 'Widget "blue": keys is ["[known at deployment]"], but must be empty; leave keys out.');
  });

  it("is shown by Pulumi without a stack trace", () => {
    const error = new ConfigError("Widget", ["wrong"]);
    assert.ok(pulumi.RunError.isInstance(error));
    assert.equal(error.stack, "ConfigError: Widget: wrong");
  });
});
