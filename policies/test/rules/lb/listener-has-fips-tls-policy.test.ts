import rule from "../../../rules/lb/listener-has-fips-tls-policy";
import { describeRule } from "../../support/table";

const CHANGE = 'set it to a FIPS policy, such as "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09".';

describeRule(rule, [
  {
    it: "fails a listener without a policy, because AWS takes one of 2016 then",
    fails: { protocol: "HTTPS" },
    messages: [`sslPolicy is not set, and AWS takes ELBSecurityPolicy-2016-08 then; ${CHANGE}`],
    passes: {
      "a FIPS policy": { sslPolicy: "ELBSecurityPolicy-TLS13-1-3-FIPS-2023-04" },
      "plain HTTP, which another rule is about": { protocol: "HTTP" },
    },
  },
  {
    it: "fails a policy without FIPS",
    type: "aws:alb/listener:Listener",
    fails: { protocol: "TLS", sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09" },
    messages: [`sslPolicy is ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09; ${CHANGE}`],
    passes: {
      "a newer one": { sslPolicy: "ELBSecurityPolicy-TLS13-1-3-FIPS-2031-01" },
      "one for RFC 9151": { sslPolicy: "ELBSecurityPolicy-TLS13-1-2-RFC9151-INTEROP4-FIPS-2023-07" },
    },
  },
]);
