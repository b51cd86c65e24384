import * as assert from "node:assert/strict";
import rule from "../../rules/imagebuilder/image-has-distribution";
import { judge, UNKNOWN_VALUE, type Registration } from "../support/pack";

const pipeline = (sources: Record<string, string[]>): Registration => ({
  type: "aws:imagebuilder/imagePipeline:ImagePipeline",
  name: "pipeline",
  inputs: { distributionConfigurationArn: UNKNOWN_VALUE },
  sources,
});

describe("a field that must name another resource", () => {
  it("does, if its value comes from a resource, and may not, if that is not known", async () => {
    const distribution = {
      type: "aws:imagebuilder/distributionConfiguration:DistributionConfiguration",
      name: "distribution",
      inputs: {},
    };
    const settings = { "image-has-distribution": { enforcementLevel: "mandatory" } };
    assert.deepEqual(
      await judge([rule], [distribution, pipeline({ distributionConfigurationArn: ["distribution"] })], settings),
      [],
    );
    assert.deepEqual(await judge([rule], [distribution, pipeline({ imageRecipeArn: ["distribution"] })], settings), [
      "advisory pipeline: distributionConfigurationArn is known only at deployment; to have it judged before, name a distribution configuration. (end)",
    ]);
  });
});
