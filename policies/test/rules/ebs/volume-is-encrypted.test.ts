import * as assert from "node:assert/strict";
import { AwsType } from "../../../model/types";
import { volumeIsEncrypted } from "../../../rules/ebs/volume-is-encrypted";
import { judge, type Registration, type RuleSettings } from "../../support/pack";

const NOT_SET =
  "mandatory data: encrypted is not set, and nothing shows that the account encrypts by default; set it to true.";

function volume(inputs: Record<string, unknown>, more: Partial<Registration> = {}): Registration {
  return {
    type: AwsType.Volume,
    name: "data",
    inputs: { availabilityZone: "eu-west-1a", size: 8, ...inputs },
    ...more,
  };
}

function verdicts(resources: Registration[], settings: RuleSettings = {}): Promise<string[]> {
  return judge([volumeIsEncrypted], resources, { "volume-is-encrypted": settings });
}

describe("volume-is-encrypted", () => {
  it("fails a volume that is not encrypted, and passes it once it is", async () => {
    assert.deepEqual(await verdicts([volume({ encrypted: false })]), [
      "mandatory data: encrypted is false; set it to true.",
    ]);
    assert.deepEqual(await verdicts([volume({ encrypted: true })]), []);
  });

  it("fails a volume that says nothing, because AWS leaves it unencrypted", async () => {
    assert.deepEqual(await verdicts([volume({})]), [NOT_SET]);
  });
});
