import rule from "../../../rules/lb/listener-has-recommended-tls-policy";
import { describeRule } from "../../support/table";

const CHANGE =
  'set it to a policy with TLS 1.3 and no weak ciphers, such as "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09".';

describeRule(rule, [
  {
    it: "fails a listener without a policy, because AWS takes one of 2016 then",
    fails: { protocol: "HTTPS" },
    messages: [`sslPolicy is not set, and AWS takes ELBSecurityPolicy-2016-08 then; ${CHANGE}`],
    passes: {
      "one that AWS recommends": { sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09" },
      "plain HTTP, which another rule is about": { protocol: "HTTP" },
    },
  },
  {
    it: "fails a policy without TLS 1.3, however good its ciphers are",
    type: "aws:alb/listener:Listener",
    fails: { protocol: "TLS", sslPolicy: "ELBSecurityPolicy-FS-1-2-Res-2020-10" },
    messages: [`sslPolicy is ELBSecurityPolicy-FS-1-2-Res-2020-10; ${CHANGE}`],
    passes: {
      "one of TLS 1.3 alone": { sslPolicy: "ELBSecurityPolicy-TLS13-1-3-FIPS-2023-04" },
      "one that is stricter than those recommended": { sslPolicy: "ELBSecurityPolicy-TLS13-1-2-RFC9151-FIPS-2023-07" },
      "one that is newer than those known": { sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2031-01" },
    },
  },
  {
    it: "fails a policy with CBC ciphers",
    fails: { protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06" },
    messages: [`sslPolicy is ELBSecurityPolicy-TLS13-1-2-2021-06; ${CHANGE}`],
    passes: { "one without": { sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-2021-06" } },
  },
]);
