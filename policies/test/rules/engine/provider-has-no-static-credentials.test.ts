import rule from "../../../rules/engine/provider-has-no-static-credentials";
import { secret } from "../../support/pack";
import { describeRule } from "../../support/table";

const set = (field: string) => `${field} is set; remove it, for what is written down is found.`;

describeRule(rule, [
  {
    it: "fails a provider that has a key, be it secret",
    fails: { secretKey: secret("key") },
    messages: [set("secretKey")],
    passes: { "one that has none": { secretKey: undefined }, "an empty one": { secretKey: "" } },
    failsUnknown: true,
  },
  {
    it: "fails each part of them",
    fails: { accessKey: "AKIAIOSFODNN7EXAMPLE", token: "token" },
    messages: [set("accessKey"), set("token")],
    passes: {},
  },
]);
