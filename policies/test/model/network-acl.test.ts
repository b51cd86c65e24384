import * as assert from "node:assert/strict";
import rule from "../../rules/ec2/network-acl-closes-ssh-to-the-world";
import { judge, UNKNOWN_VALUE } from "../support/pack";

const ssh = { protocol: "tcp", fromPort: 22, toPort: 22, cidrBlock: "0.0.0.0/0" };

/** What is said of a rule of number 100 that allows SSH beside one that refuses it. */
function levels(refusal: unknown): Promise<string[]> {
  const ingress = [{ ...ssh, ruleNo: 100, action: "allow" }, refusal];
  const acl = { type: "aws:ec2/networkAcl:NetworkAcl", name: "it", inputs: { ingress } };
  const settings = { [rule.name]: { enforcementLevel: "mandatory" } };
  return judge([rule], [acl], settings).then((lines) => lines.map((line) => line.split(" ")[0] ?? ""));
}

describe("the order of a network ACL's rules", () => {
  it("is unknown where a number, an action or a whole rule is", async () => {
    assert.deepEqual(await levels({ ...ssh, ruleNo: UNKNOWN_VALUE, action: "deny" }), ["advisory"]);
    assert.deepEqual(await levels({ ...ssh, ruleNo: 1, action: UNKNOWN_VALUE }), ["advisory"]);
    assert.deepEqual(await levels(UNKNOWN_VALUE), ["advisory"]);
  });

  it("matters not for what refuses something else, be its number unknown", async () => {
    assert.deepEqual(await levels({ ...ssh, fromPort: 23, toPort: 23, ruleNo: UNKNOWN_VALUE, action: "deny" }), [
      "mandatory",
    ]);
  });

  it("lets the first of two rules win", async () => {
    assert.deepEqual(await levels({ ...ssh, ruleNo: 99, action: "deny" }), []);
    assert.deepEqual(await levels({ ...ssh, ruleNo: 100, action: "deny" }), ["mandatory"]);
  });
});
