import * as assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { inputsOf, made, record, refused, type Recorded } from "@groundwork/core/testing";
import { ApprovedAmiParameter, type ApprovedAmiParameterArgs } from "@groundwork/golden-ami";

const ARGS: ApprovedAmiParameterArgs = {
  place: { accountId: "111122223333", region: "eu-west-1" },
  amiName: "web",
  environment: "dev",
  amiId: "ami-0a1b2c3d4e5f60718",
};

describe("ApprovedAmiParameter", () => {
  const recorded = (change: Partial<ApprovedAmiParameterArgs> = {}): Promise<Recorded[]> =>
    record(() => new ApprovedAmiParameter("dev-web", { ...ARGS, ...change }));

  it("is one parameter, of the environment and of a type that AWS checks", async () => {
    const resources = await recorded();
    assert.deepEqual(made(resources), [
      ["golden-ami:index:ApprovedAmiParameter", "dev-web"],
      ["aws:ssm/parameter:Parameter", "dev-web-parameter"],
    ]);
    assert.deepEqual(inputsOf(resources, "dev-web-parameter"), {
      name: "/golden-ami/web/dev/approved",
      description: "The web AMI that dev may launch",
      type: "String",
      dataType: "aws:ec2:image",
      insecureValue: "ami-0a1b2c3d4e5f60718",
      region: "eu-west-1",
      tags: { Name: "dev-web" },
    });
  });

  it("changes nothing but its value with another approval, so that it stays the same parameter", async () => {
    const other = inputsOf(await recorded({ amiId: pulumi.output("ami-0bbbbbbbbbbbbbbbb") }), "dev-web-parameter");
    const { insecureValue, ...rest } = inputsOf(await recorded(), "dev-web-parameter");
    assert.deepEqual(other, { ...rest, insecureValue: "ami-0bbbbbbbbbbbbbbbb" });
    assert.equal(insecureValue, ARGS.amiId);
  });

  it("carries tags", async () => {
    const tagged = await recorded({ tags: { Name: "web", Team: "core" } });
    assert.deepEqual(inputsOf(tagged, "dev-web-parameter")["tags"], { Name: "web", Team: "core" });
  });

  it("tells its name and its ARN", async () => {
    let told: unknown;
    await record(() => {
      const { parameterName, parameterArn } = new ApprovedAmiParameter("dev-web", ARGS);
      pulumi.all([parameterName, parameterArn]).apply((known) => (told = known));
    });
    assert.deepEqual(told, ["/golden-ami/web/dev/approved", "arn:of:dev-web-parameter"]);
  });

  it("refuses every wrong argument at once and before anything is registered", async () => {
    const wrong = { place: { accountId: "1", region: "x" }, amiName: "web/dev", environment: "", amiId: "ami-1" };
    assert.deepEqual(await refused(() => new ApprovedAmiParameter("dev-web", wrong)), [
      'place.accountId is "1"',
      'place.region is "x"',
      'amiName is "web/dev"',
      'environment is ""',
      'amiId is "ami-1"',
    ]);
  });
});
