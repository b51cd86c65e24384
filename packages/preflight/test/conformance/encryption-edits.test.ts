import * as assert from "node:assert/strict";
import { deployOnce, having as setting, onFork, only, STACK, steps, succeeded } from "./harness/change";
import { type Edit, having, itEdits } from "./harness/edits";
import { describeEngine } from "./harness/suite";
import { type Living } from "./provider/cloud";
import { type Pulumi } from "./harness/pulumi";
import { textOf } from "./provider/values";

/** A role of the program, which it names by its ARN. */
const APP = "app";
const AUTO_SCALING_ROLE =
  "arn:aws:iam::123456789012:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling";
const REPLICA = ["volumes-eu-west-1-replica-key", "volumes-eu-west-1-alias"];

const keys: Edit[] = [
  {
    does: "lets a role use the key, and nobody else beside it",
    of: "key",
    to: { userArns: [APP] },
    steps: [["update volumes-key policy"]],
  },
  {
    does: "lets accounts, an organization and services use it",
    of: "key",
    to: { accountIds: ["444455556666"], organizationId: "o-a1b2c3d4e5", services: ["ec2", "backup"] },
    steps: [["update volumes-key policy"]],
  },
  {
    does: "is described, rotated and deleted otherwise, in place",
    of: "key",
    to: { description: "Encrypts all", rotationDays: 90, deletionWindowDays: 7 },
    steps: [["update volumes-key deletionWindowInDays description rotationPeriodInDays"]],
  },
  {
    does: "goes back to the periods that hold unless told otherwise",
    of: "key",
    from: { rotationDays: 90, deletionWindowDays: 7 },
    steps: [["update volumes-key deletionWindowInDays rotationPeriodInDays"]],
    state: { "volumes-key": { rotationPeriodInDays: 365, deletionWindowInDays: 30 } },
  },
  {
    does: "has another alias before the old one goes",
    of: "key",
    from: { protectKey: false },
    to: { aliasName: "alias/all", protectKey: false },
    steps: [["create-replacement volumes-alias name"], ["replace volumes-alias"], ["delete-replaced volumes-alias"]],
    state: { "volumes-alias": { name: "alias/all" } },
  },
  {
    does: "has a replica, and stays itself as it is",
    of: "key",
    to: { replicaRegions: ["eu-west-1"] },
    steps: [[`create ${REPLICA[0]}`], [`create ${REPLICA[1]}`]],
    state: { "volumes-eu-west-1-replica-key": { region: "eu-west-1", enabled: true } },
  },
  {
    does: "has its replica follow what it is told",
    of: "key",
    from: { replicaRegions: ["eu-west-1"], userArns: [APP] },
    to: { replicaRegions: ["eu-west-1"], deletionWindowDays: 7 },
    steps: [["update volumes-key deletionWindowInDays policy"], [`update ${REPLICA[0]} deletionWindowInDays policy`]],
  },
  {
    does: "gives up a replica that is not protected any more",
    of: "key",
    from: { replicaRegions: ["eu-west-1"], protectKey: false },
    to: { protectKey: false },
    steps: [[`delete ${REPLICA[1]}`], [`delete ${REPLICA[0]}`]],
  },
];

describeEngine("a key that is edited", () => itEdits("edits-encryption", keys));

describeEngine("a key that is given up", () => {
  const deployed = deployOnce("edits-encryption");
  const policyOf = (living: Living[]) => textOf(only(living, "volumes-key").outputs, "policy") ?? "";

  it("does not keep whom the program names no more", () =>
    onFork(deployed(), async (pulumi) => {
      const before = policyOf(pulumi.cloud.all());
      succeeded(await pulumi.up(STACK, setting(having("key", { userArns: [APP] }))));
      assert.ok(policyOf(pulumi.cloud.all()).includes("EachUserUsesTheKey"));
      succeeded(await pulumi.up(STACK, setting(having("key", {}))));
      assert.equal(policyOf(pulumi.cloud.all()), before);
    }));

  it("admits Auto Scaling only once AWS has made the role", () =>
    onFork(deployed(), async (pulumi) => {
      const admitting = setting(having("key", { services: ["autoscaling"] }));
      const refused = await pulumi.up(STACK, admitting);
      assert.match(refused.output, /MalformedPolicyDocumentException/);
      pulumi.cloud.admitServiceLinkedRole(AUTO_SCALING_ROLE);
      assert.deepEqual(steps(succeeded(await pulumi.up(STACK, admitting))), ["update volumes-key policy"]);
    }));

  it("is not deleted or replaced by mistake, nor is its replica", () =>
    onFork(deployed(), async (pulumi) => {
      await assertRefused(pulumi, having("key", { multiRegion: false }), "volumes-key");
      succeeded(await pulumi.up(STACK, setting(having("key", { replicaRegions: ["eu-west-1"] }))));
      await assertRefused(pulumi, having("key", {}), "volumes-eu-west-1-alias");
      succeeded(await pulumi.up(STACK, setting(having("key", { replicaRegions: ["eu-west-1"] }))));
      await assertRefused(pulumi, "key:out=true", "volumes-");
    }));

  it("goes once its protection was taken off by a deployment of its own", () =>
    onFork(deployed(), async (pulumi) => {
      const lifted = { protectKey: false, replicaRegions: ["eu-west-1"] };
      succeeded(await pulumi.up(STACK, setting(having("key", lifted))));
      assert.deepEqual(steps(succeeded(await pulumi.up(STACK))), []);
      succeeded(await pulumi.destroy(STACK));
      const left = pulumi.cloud.all().map(({ token }) => token);
      assert.deepEqual(
        left.filter((token) => token.startsWith("aws:kms/")),
        [],
      );
    }));
});

/** Fails unless Pulumi refuses to delete or replace what is protected, and leaves everything there. */
async function assertRefused(pulumi: Pulumi, change: string, name: string): Promise<void> {
  const before = pulumi.cloud.all().map(({ id }) => id);
  const refused = await pulumi.up(STACK, setting(change));
  assert.notEqual(refused.code, 0);
  assert.match(refused.output, new RegExp(`${name}.*protect`, "s"));
  assert.deepEqual(
    pulumi.cloud.all().map(({ id }) => id),
    before,
  );
}
