import * as assert from "node:assert/strict";
import { assertSamePreview } from "./harness/comparison";
import { ProjectCopy } from "./harness/project";
import { Pulumi } from "./harness/pulumi";
import { describeEngine } from "./harness/suite";

describeEngine("preflight answers look-ups as the engine does", () => {
  it("takes another stack's outputs from the file where the engine reads that stack's state", async () => {
    const producer = ProjectCopy.ofProgram("producer");
    const consumer = ProjectCopy.ofProgram("lookups");
    try {
      const pulumi = new Pulumi(consumer);
      const deployed = await pulumi.deployOther(producer, "dev");
      assert.equal(deployed.code, 0, deployed.output);
      await pulumi.init("dev");
      await assertSamePreview(consumer, pulumi, "dev");
    } finally {
      producer.remove();
      consumer.remove();
    }
  });
});
