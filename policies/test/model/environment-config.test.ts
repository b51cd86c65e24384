import * as assert from "node:assert/strict";
import type { ApprovedAmi } from "@groundwork/core/src/approved-ami";
import { environmentConfig } from "../../model/environment-config";
import { ENVIRONMENTS } from "../../model/levels";
import amiIsApproved from "../../rules/ec2/ami-is-approved";
import instanceVolumesAreEncrypted from "../../rules/ec2/instance-volumes-are-encrypted";
import keyRotates from "../../rules/kms/key-rotates";
import { judge, type Registration } from "../support/pack";

const RULES = [amiIsApproved, instanceVolumesAreEncrypted, keyRotates];
const WEB: ApprovedAmi = {
  name: "web",
  environments: ["staging", "prod"],
  region: "eu-west-1",
  accountId: "111122223333",
  id: "ami-0123456789abcdef0",
  encrypted: true,
  created: "2026-01-01",
  approved: "2026-01-02",
  approvedBy: "platform",
  expires: "9999-12-31",
  deprecated: "9999-12-31",
};
const PLAIN: ApprovedAmi = { ...WEB, name: "plain", id: "ami-0aaaaaaaaaaaaaaaa", encrypted: false };

function launch(region: string, account = "111122223333"): Registration {
  return {
    type: "aws:ec2/instance:Instance",
    name: "web",
    inputs: { ami: WEB.id },
    providerInputs: { region, allowedAccountIds: JSON.stringify([account]) },
  };
}

describe("the configuration of an environment", () => {
  it("has what the catalogue says, for the rules that ask for it", () => {
    const { deprecated, ...rest } = PLAIN;
    const config = environmentConfig(RULES, "prod", [WEB, { ...rest, environments: ["prod"] }]);
    const place = { region: "eu-west-1", accountId: "111122223333", created: "2026-01-01", expires: "9999-12-31" };
    assert.deepEqual(config["ami-is-approved"]?.["catalogue"], [
      { id: WEB.id, ...place, deprecated },
      { id: PLAIN.id, ...place },
    ]);
    assert.deepEqual(config["instance-volumes-are-encrypted"]?.["encryptedAmiIds"], [
      `111122223333/eu-west-1/${WEB.id}`,
    ]);
    assert.deepEqual(Object.keys(config["key-rotates"] ?? {}), ["enforcementLevel", "onUnknown"]);
  });

  it("has nothing of another environment's", () => {
    for (const environment of ENVIRONMENTS.filter((name) => !WEB.environments.includes(name))) {
      const config = environmentConfig(RULES, environment, [WEB, PLAIN]);
      assert.equal(config["ami-is-approved"]?.["catalogue"], undefined);
      assert.equal(config["instance-volumes-are-encrypted"]?.["encryptedAmiIds"], undefined);
    }
  });

  it("lets an approved AMI be launched in its environment, Region and account, and counts it as encrypted", async () => {
    const said = (environment: (typeof ENVIRONMENTS)[number], instance: Registration) =>
      judge(RULES, [instance], environmentConfig(RULES, environment, [WEB]));
    assert.deepEqual(await said("prod", launch("eu-west-1")), []);
    for (const [environment, instance] of [
      ["dev", launch("eu-west-1")],
      ["prod", launch("eu-central-1")],
      ["prod", launch("eu-west-1", "999999999999")],
    ] as const) {
      const [line = ""] = await said(environment, instance);
      assert.match(line, /^mandatory web: ami is ami-0123456789abcdef0, which is /);
    }
  });
});
