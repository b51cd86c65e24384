import * as assert from "node:assert/strict";
import { configOf, ofType, run } from "../stack";

const BUCKET = "aws:s3/bucket:Bucket";
const LOAD_BALANCER = "aws:lb/loadBalancer:LoadBalancer";

describe("deletion protection", () => {
  // The second load balancer of prod ends no TLS, so that AWS would log nothing of it.
  for (const [stack, balancers, buckets] of [
    ["staging", 1, 1],
    ["prod", 2, 1],
  ] as const) {
    it(`of ${stack} holds each load balancer and its logs until the configuration lifts it`, async () => {
      const kept = async (deletionProtection?: boolean): Promise<unknown[]> => {
        const config = configOf(stack);
        const given = JSON.parse(config["groundwork:loadBalancer"] ?? "") as object;
        const { resources } = await run(stack, {
          ...config,
          "groundwork:loadBalancer": JSON.stringify({ ...given, deletionProtection }),
        });
        return [
          ...ofType(resources, LOAD_BALANCER).map(({ inputs }) => inputs["enableDeletionProtection"]),
          ...ofType(resources, BUCKET).map(({ inputs }) => inputs["forceDestroy"] === false),
        ];
      };
      const each = (value: boolean): boolean[] => Array.from({ length: balancers + buckets }, () => value);
      assert.deepEqual(await kept(), each(true));
      assert.deepEqual(await kept(true), each(true));
      assert.deepEqual(await kept(false), each(false));
    });
  }
});
