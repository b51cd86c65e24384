import rule from "../../../rules/lb/listener-has-forward-secrecy";
import { describeRule } from "../../support/table";

const CHANGE = 'set it to a policy with forward secrecy alone, such as "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09".';

describeRule(rule, [
  {
    it: "fails a listener without a policy, because AWS takes one of 2016 then",
    fails: { protocol: "HTTPS" },
    messages: [`sslPolicy is not set, and AWS takes ELBSecurityPolicy-2016-08 then; ${CHANGE}`],
    passes: {
      "one with forward secrecy alone": { sslPolicy: "ELBSecurityPolicy-FS-1-2-2019-08" },
      "plain HTTP, which another rule is about": { protocol: "HTTP" },
    },
  },
  {
    it: "fails a policy that exchanges keys by RSA, too",
    type: "aws:alb/listener:Listener",
    fails: { protocol: "TLS", sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Ext1-2021-06" },
    messages: [`sslPolicy is ELBSecurityPolicy-TLS13-1-2-Ext1-2021-06; ${CHANGE}`],
    passes: {
      "one of TLS 1.3 and 1.2": { sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06" },
      "one that is newer than those known": { sslPolicy: "ELBSecurityPolicy-TLS13-1-2-FIPS-PQ-2031-01" },
    },
  },
]);
