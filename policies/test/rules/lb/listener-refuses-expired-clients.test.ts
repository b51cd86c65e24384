import rule from "../../../rules/lb/listener-refuses-expired-clients";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a listener that takes expired certificates",
    fails: { mutualAuthentication: { mode: "verify", ignoreClientCertificateExpiry: true } },
    messages: ["mutualAuthentication.ignoreClientCertificateExpiry is true; leave it out."],
    passes: {
      "one that refuses them": { mutualAuthentication: { mode: "verify", ignoreClientCertificateExpiry: false } },
      "one that says nothing, because AWS refuses them then": { mutualAuthentication: { mode: "verify" } },
      "one that verifies nobody": {
        mutualAuthentication: { mode: "passthrough", ignoreClientCertificateExpiry: true },
      },
    },
  },
]);
