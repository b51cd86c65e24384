import rule from "../../../rules/kms/key-has-policy";
import { ACCOUNT, allow, document } from "../../support/policy";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a key without a policy",
    fails: {},
    messages: ["policy is not set; state who may use the key, there or in a KeyPolicy. (end)"],
    passes: { "one with a policy": { policy: document(allow(ACCOUNT)) } },
    passesWith: {
      "one with a policy beside it": [
        { type: "aws:kms/keyPolicy:KeyPolicy", name: "policy", inputs: {}, sources: { keyId: ["it"] } },
      ],
    },
  },
]);
