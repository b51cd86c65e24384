import * as assert from "node:assert/strict";
import { ofType, resourcesOf } from "../stack";

const SCHEDULE = "aws:dlm/lifecyclePolicy:LifecyclePolicy";
const TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";

describe("web fleet", () => {
  for (const environment of ["dev", "staging", "prod"]) {
    it(`of ${environment} launches on volumes that its schedule looks for`, async function () {
      this.timeout(120_000);
      const resources = await resourcesOf(environment);
      const templates = ofType(resources, TEMPLATE);
      assert.ok(templates.length > 0);
      const details = ofType(resources, SCHEDULE)[0]!.inputs["policyDetails"] as { targetTags: object };
      for (const { inputs } of templates) {
        const specifications = inputs["tagSpecifications"] as { resourceType: string; tags: object }[];
        const { tags } = specifications.find(({ resourceType }) => resourceType === "volume")!;
        assert.deepEqual({ ...tags, ...details.targetTags }, tags);
      }
    });
  }
});
