import * as assert from "node:assert/strict";
import { configOf, mistakes, ofType, resourcesOf, run, type Recorded } from "../stack";
import { describeEnvironment } from "./environment";

const KEY = "aws:kms/key:Key";

describeEnvironment("shared");

/** The configuration with other distributions. */
function distributing(distributions: object[]): Record<string, string> {
  return { ...configOf("shared"), "groundwork:distributions": JSON.stringify(distributions) };
}

describe("shared", () => {
  let resources: Recorded[];

  before(async () => {
    resources = await resourcesOf("shared");
  });

  it("builds the AMI that the others launch, but approves none, and gives production a copy of its own", () => {
    const [distribution, ...others] = ofType(
      resources,
      "aws:imagebuilder/distributionConfiguration:DistributionConfiguration",
    );
    assert.deepEqual(others, []);
    const [each, ...elsewhere] = distribution!.inputs["distributions"] as Record<string, unknown>[];
    assert.deepEqual(elsewhere, []);
    const parameter = { parameterName: "/golden-ami/web/candidate", dataType: "aws:ec2:image" };
    assert.deepEqual(each!["ssmParameterConfigurations"], [parameter, { ...parameter, amiAccountId: "444455556666" }]);
    const { targetAccountIds } = each!["amiDistributionConfiguration"] as Record<string, unknown>;
    assert.deepEqual(targetAccountIds, ["444455556666"]);
  });

  it("lets production's account use the key of the AMIs, and grant it to its own Auto Scaling", () => {
    const [key] = ofType(resources, KEY);
    assert.match(key!.inputs["policy"] as string, /EachAccountGrantsTheKeyToAutoScaling/);
    assert.match(key!.inputs["policy"] as string, /arn:aws:iam::444455556666:root/);
  });

  it("encrypts the AMI in another Region with a key of that Region, which admits whoever gets it there", async () => {
    const organization = "arn:aws:organizations::999900001111:organization/o-a1b2c3d4e5";
    const { resources: wider } = await run(
      "shared",
      distributing([{ region: "eu-west-1" }, { region: "eu-central-1", organizationArns: [organization] }]),
    );
    const keys = ofType(wider, KEY).map(({ inputs }) => [
      inputs["region"],
      /o-a1b2c3d4e5/.test(inputs["policy"] as string),
    ]);
    assert.deepEqual(keys, [
      ["eu-west-1", false],
      ["eu-central-1", true],
    ]);
  });

  it("distributes to one organization at most in a Region, because its key admits one", async () => {
    const arns = ["o-a1b2c3d4e5", "o-f6a7b8c9d0"].map((id) => `arn:aws:organizations::999900001111:organization/${id}`);
    assert.deepEqual(await mistakes("shared", distributing([{ region: "eu-west-1", organizationArns: arns }])), [
      `groundwork:distributions names ${arns.join(", ")} for eu-west-1, but must name one organization for a Region; drop the others.`,
    ]);
  });

  it("lets Auto Scaling use the key of the AMIs, without which no fleet could launch them", () => {
    const policy = ofType(resources, KEY)[0]!.inputs["policy"] as string;
    assert.match(policy, /AWSServiceRoleForAutoScaling/);
  });

  it("allows what it builds and what Amazon made, in the whole account", () => {
    const settings = ofType(resources, "aws:ec2/allowedImagesSettings:AllowedImagesSettings");
    assert.deepEqual(
      settings.map(({ inputs }) => [inputs["state"], inputs["imageCriterions"]]),
      [["enabled", [{ imageProviders: ["111122223333", "amazon"] }]]],
    );
  });
});
