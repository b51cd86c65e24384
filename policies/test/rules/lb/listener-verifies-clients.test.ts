import rule from "../../../rules/lb/listener-verifies-clients";
import { UNKNOWN_VALUE } from "../../support/pack";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a listener that says nothing, because AWS verifies nobody then",
    fails: { protocol: "HTTPS" },
    messages: ['mutualAuthentication.mode is not set, and AWS takes off then; set it to "verify".'],
    passes: {
      "one that verifies": { mutualAuthentication: { mode: "verify", trustStoreArn: "arn" } },
      "plain HTTP, where nobody can show a certificate": { protocol: "HTTP" },
    },
  },
  {
    it: "fails one that leaves it to the targets",
    type: "aws:alb/listener:Listener",
    fails: { protocol: "TLS", mutualAuthentication: { mode: "passthrough" } },
    messages: ['mutualAuthentication.mode is passthrough; set it to "verify".'],
    passes: { "one that verifies": { mutualAuthentication: { mode: "verify", trustStoreArn: UNKNOWN_VALUE } } },
  },
  {
    it: "fails one without a trust store to verify by",
    fails: { protocol: "HTTPS", mutualAuthentication: { mode: "verify" } },
    messages: ["mutualAuthentication.trustStoreArn is not set; name an lb.TrustStore."],
    passes: { "one with a trust store": { mutualAuthentication: { mode: "verify", trustStoreArn: "arn" } } },
  },
]);
