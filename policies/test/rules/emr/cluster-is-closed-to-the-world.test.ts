import * as assert from "node:assert/strict";
import rule from "../../../rules/emr/cluster-is-closed-to-the-world";
import { judge, UNKNOWN_VALUE } from "../../support/pack";

const CLUSTER = "aws:emr/cluster:Cluster";

function verdicts(type: string, ...rules: object[]): Promise<string[]> {
  return judge(
    [rule],
    [
      { type: "aws:ec2/securityGroup:SecurityGroup", name: "group", inputs: { ingress: rules } },
      {
        type,
        name: "it",
        inputs: { ec2Attributes: { emrManagedMasterSecurityGroup: UNKNOWN_VALUE } },
        sources: { ec2Attributes: ["group"] },
      },
    ],
  );
}

describe("cluster-is-closed-to-the-world", () => {
  it("fails a cluster with a group that is open to the world, and passes one that names networks", async () => {
    const failure =
      "it: ec2Attributes names a security group that is open to the world; name the networks that may connect. (end)";
    assert.deepEqual(await verdicts(CLUSTER, { cidrBlocks: ["0.0.0.0/0"] }), [`mandatory ${failure}`]);
    assert.deepEqual(await verdicts(CLUSTER, { ipv6CidrBlocks: ["::/0"] }), [`mandatory ${failure}`]);
    assert.deepEqual(await verdicts(CLUSTER, { cidrBlocks: UNKNOWN_VALUE }), [`advisory ${failure}`]);
    assert.deepEqual(await verdicts(CLUSTER, { cidrBlocks: ["10.0.0.0/8"] }), []);
    assert.deepEqual(await verdicts(CLUSTER), []);
  });

  it("leaves other types alone", async () => {
    assert.deepEqual(await verdicts("aws:s3/bucket:Bucket", { cidrBlocks: ["0.0.0.0/0"] }), []);
  });
});
