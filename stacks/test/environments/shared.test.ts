import * as assert from "node:assert/strict";
import { ofType, resourcesOf, type Recorded } from "../stack";
import { describeEnvironment } from "./environment";

const KEY = "aws:kms/key:Key";

describeEnvironment("shared");

describe("shared", () => {
  let resources: Recorded[];

  before(async () => {
    resources = await resourcesOf("shared");
  });

  it("builds the AMI that the others launch, but approves none", () => {
    const distributions = ofType(resources, "aws:imagebuilder/distributionConfiguration:DistributionConfiguration");
    assert.deepEqual(
      distributions.map(({ inputs }) =>
        (inputs["distributions"] as { ssmParameterConfigurations: object[] }[]).flatMap(
          (each) => each.ssmParameterConfigurations,
        ),
      ),
      [[{ parameterName: "/golden-ami/web/candidate", dataType: "aws:ec2:image" }]],
    );
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
