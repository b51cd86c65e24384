import rule from "../../../rules/lb/listener-has-post-quantum-tls-policy";
import { describeRule } from "../../support/table";

const CHANGE = 'set it to a post-quantum policy, such as "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09".';

describeRule(rule, [
  {
    it: "fails a listener without a policy, because AWS takes one of 2016 then",
    fails: { protocol: "HTTPS" },
    messages: [`sslPolicy is not set, and AWS takes ELBSecurityPolicy-2016-08 then; ${CHANGE}`],
    passes: {
      "a post-quantum policy": { sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09" },
      "plain HTTP, which another rule is about": { protocol: "HTTP" },
    },
  },
  {
    it: "fails a policy without a post-quantum key exchange",
    type: "aws:alb/listener:Listener",
    fails: { protocol: "TLS", sslPolicy: "ELBSecurityPolicy-TLS13-1-3-2021-06" },
    messages: [`sslPolicy is ELBSecurityPolicy-TLS13-1-3-2021-06; ${CHANGE}`],
    passes: {
      "a newer one": { sslPolicy: "ELBSecurityPolicy-TLS13-1-3-PQ-2031-01" },
    },
  },
]);
