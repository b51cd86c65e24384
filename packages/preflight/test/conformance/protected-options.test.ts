import * as assert from "node:assert/strict";
import { deployOnce, having as setting, onFork, STACK, steps, succeeded } from "./harness/change";
import { having } from "./harness/edits";
import { describeEngine } from "./harness/suite";

const ADDRESSES = ["edge-elastic-ip-subnet-1", "edge-elastic-ip-subnet-2"];
const NOTHING = { access: false, connections: false, healthChecks: false };

describeEngine("what a load balancer keeps from deletion", () => {
  const deployed = deployOnce("edits-options");

  it("goes by the documented steps, and leaves the addresses that others have in their allow-lists", () =>
    onFork(deployed(), async (pulumi) => {
      const both = (application: object, network: object) => ({
        args: [
          ...(setting(having("application", application)).args ?? []),
          ...(setting(having("network", network)).args ?? []),
        ],
      });
      const names = () => pulumi.cloud.all().map(({ name }) => name);
      succeeded(await pulumi.up(STACK, both({ deletionProtection: true, logs: {} }, { elasticIps: true })));
      const refused = await pulumi.destroy(STACK, { args: ["--exclude-protected"] });
      assert.notEqual(refused.code, 0);
      assert.match(refused.output, /OperationNotPermitted: \S+web-load-balancer\S+ has deletion protection enabled/);

      succeeded(await pulumi.up(STACK, both({}, { elasticIps: true })));
      const guarded = await pulumi.destroy(STACK);
      assert.notEqual(guarded.code, 0);
      assert.match(guarded.output, /edge-elastic-ip-subnet-\d.*protected|protected.*edge-elastic-ip/s);
      succeeded(await pulumi.destroy(STACK, { args: ["--exclude-protected"] }));
      assert.deepEqual(names().sort(), ADDRESSES);
    }));

  it("is given up by a deployment, and then goes as a whole", () =>
    onFork(deployed(), async (pulumi) => {
      const args = (protectElasticIps?: boolean) =>
        setting(
          having("network", { elasticIps: true, ...(protectElasticIps === undefined ? {} : { protectElasticIps }) }),
        );
      succeeded(await pulumi.up(STACK, args()));
      succeeded(await pulumi.up(STACK, args(false)));
      succeeded(await pulumi.destroy(STACK));
      assert.deepEqual(pulumi.cloud.all(), []);
    }));

  it("are the logs, unless they were given up beforehand: then the load balancer has stopped, and the bucket stays", () =>
    onFork(deployed(), async (pulumi) => {
      succeeded(await pulumi.up(STACK, setting(having("application", { logs: {} }))));
      const run = await pulumi.up(STACK, setting(having("application", { logs: NOTHING })));
      assert.notEqual(run.code, 0);
      assert.match(run.output, /BucketNotEmpty/);
      assert.equal(steps(run)[0], "update web-load-balancer accessLogs connectionLogs healthCheckLogs");
      assert.ok(pulumi.cloud.all().some(({ name }) => name === "web-log-bucket"));
    }));
});
