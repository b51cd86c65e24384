import * as assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { ConfigError } from "@groundwork/core";
import {
  find,
  formerNames,
  inputsOf,
  made,
  mistakes,
  named,
  names,
  record,
  refused,
  waitsFor,
} from "@groundwork/core/testing";

/** A resource of AWS. */
class Thing extends pulumi.CustomResource {
  declare readonly arn: pulumi.Output<string>;

  constructor(type: string, name: string, inputs: pulumi.Inputs = {}, options?: pulumi.CustomResourceOptions) {
    super(type, name, { ...inputs, arn: undefined }, options);
  }
}

const LOOK_UP = "aws:index/getRegion:getRegion";

/** A bucket and a queue that names it, after a role. */
function program(): void {
  const bucket = new Thing("aws:s3/bucket:Bucket", "store");
  const role = new Thing("aws:iam/role:Role", "a-role", {}, { aliases: [{ name: "role" }] });
  const options = { dependsOn: [role], replacementTrigger: "v1" };
  new Thing("aws:sqs/queue:Queue", "queue", { target: bucket.arn, size: 2 }, options);
}

describe("record", () => {
  it("gives what a program registers in its order, with what AWS would compute where others name it", async () => {
    const resources = await record(program);
    assert.deepEqual(
      resources.map(({ name }) => name),
      ["store", "a-role", "queue"],
    );
    assert.deepEqual(inputsOf(resources, "queue"), { target: "arn:aws:s3:::store", size: 2 });
    assert.equal(named(resources, "store").urn, "urn:pulumi:stack::project::aws:s3/bucket:Bucket::store");
    assert.deepEqual(named(resources, "a-role").aliases, ["role"]);
    assert.equal(named(resources, "queue").replacementTrigger, "v1");
  });

  it("tells whom a resource waits for, and whom one of its inputs", async () => {
    const queue = named(await record(program), "queue");
    assert.deepEqual(waitsFor(queue), ["a-role", "store"]);
    assert.deepEqual(waitsFor(queue, "target"), ["store"]);
    assert.deepEqual(waitsFor(queue, "size"), []);
  });

  it("answers the look-ups that a test knows of, and fails for any other", async () => {
    const looksUp = () => {
      const region = pulumi.output(pulumi.runtime.invoke(LOOK_UP, {})) as pulumi.Output<{ name: string }>;
      new Thing("aws:sqs/queue:Queue", "queue", { region: region.name });
    };
    const resources = await record(looksUp, { [LOOK_UP]: { name: "eu-west-1" } });
    assert.deepEqual(inputsOf(resources, "queue"), { region: "eu-west-1" });
    await assert.rejects(record(looksUp), /look nothing up[^]*getRegion/);
  });
});

describe("what was recorded", () => {
  it("is listed by type and name, and found by either", async () => {
    const resources = await record(program);
    assert.deepEqual(made(resources), [
      ["aws:iam/role:Role", "a-role"],
      ["aws:sqs/queue:Queue", "queue"],
      ["aws:s3/bucket:Bucket", "store"],
    ]);
    assert.deepEqual(names(resources, "aws:iam/role:Role"), ["a-role"]);
    assert.equal(find(resources, "aws:iam/role:Role"), named(resources, "a-role"));
    assert.deepEqual(formerNames(resources), { "a-role": ["role"] });
    assert.throws(() => find(resources, "aws:iam/role:Role", "queue"), /0 of aws:iam\/role:Role queue among/);
    assert.throws(() => named([...resources, ...resources], "queue"), /2 of queue among/);
  });
});

describe("mistakes", () => {
  const mistaken = () => {
    throw new ConfigError('Thing "a"', ["size is 0, but must be 1; pass one.", "There is no name; give one."]);
  };

  it("are those of the error that refuses a program, whole or without the advice", async () => {
    assert.deepEqual(await mistakes(mistaken), ["size is 0, but must be 1; pass one.", "There is no name; give one."]);
    assert.deepEqual(await refused(mistaken), ["size is 0", "There is no name; give one."]);
  });

  it("are missed in a program that is accepted, fails in another way, or registers something first", async () => {
    await assert.rejects(mistakes(program), /store/);
    await assert.rejects(
      mistakes(() => undefined),
      /nothing was refused/,
    );
    await assert.rejects(
      mistakes(() => {
        throw new Error("broken");
      }),
      /broken/,
    );
    await assert.rejects(
      mistakes(() => {
        program();
        mistaken();
      }),
      /store/,
    );
  });
});
