import * as assert from "node:assert/strict";
import { parseWaivers } from "../../../model/waiver-file";
import { Waivers } from "../../../model/waivers";
import { rules } from "../../../rules";
import volumeIsEncrypted from "../../../rules/ebs/volume-is-encrypted";
import rule from "../../../rules/engine/waivers-are-valid";
import { judge, type Registration } from "../../support/pack";

const stack: Registration = { type: "pulumi:pulumi:Stack", name: "shop-dev", inputs: {}, provider: "" };
const volume: Registration = { type: "aws:ebs/volume:Volume", name: "data", inputs: { encrypted: false } };

function verdicts(file: string, settings = {}): Promise<string[]> {
  const waivers = new Waivers(parseWaivers(file, rules), () => "2026-06-30");
  return judge([rule, volumeIsEncrypted], [stack, volume], settings, { waivers });
}

/** A waiver in a file, with some lines in place of its expiry. */
function file(...last: string[]): string {
  const lines = ["type: aws:ebs/volume:Volume", "name: data", "reason: public", "ticket: SEC-1", "approver: Jane"];
  return `- rule: volume-is-encrypted\n  ${[...lines, ...last].join("\n  ")}\n`;
}

describe("waivers-are-valid", () => {
  it("passes a stack without waivers, and one whose waiver is in order", async () => {
    assert.deepEqual(await verdicts(""), ["mandatory data: encrypted is false; set it to true."]);
    assert.deepEqual(
      (await verdicts(file("expiry: 2026-06-30"))).map((line) => line.split(":")[0]),
      ["advisory data"],
    );
  });

  it("fails a stack for each mistake, at once and once", async () => {
    assert.deepEqual(await verdicts(file("expiry: tomorrow", "urn: x")), [
      ...[
        'urn is "x", and must be the URN of a resource, which begins with urn:pulumi:; correct it.',
        'expiry is "tomorrow", and must be a day that exists, as YYYY-MM-DD; correct it.',
        ...["type", "name"].map(
          (field) => `${field} is set beside urn, which names one resource by itself; remove one.`,
        ),
      ].map((mistake) => `mandatory shop-dev: waivers.yaml, line 1: ${mistake}`),
      "mandatory data: encrypted is false; set it to true.",
    ]);
  });

  it("fails a stack whose waiver has expired, and says nothing where it is disabled", async () => {
    const expired = file("expiry: 2026-06-29");
    assert.match(
      (await verdicts(expired))[0] ?? "",
      /^mandatory shop-dev: waivers\.yaml, line 1: .* expired on 2026-06-29/,
    );
    const disabled = { [rule.name]: { enforcementLevel: "disabled" } };
    assert.deepEqual(await verdicts(expired, disabled), ["mandatory data: encrypted is false; set it to true."]);
  });
});
