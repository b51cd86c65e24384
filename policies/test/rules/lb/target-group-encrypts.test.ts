import rule from "../../../rules/lb/target-group-encrypts";
import { describeRule } from "../../support/table";

const CHANGE = 'make a target group with "HTTPS", "TLS" or "QUIC".';

describeRule(rule, [
  {
    it: "fails plain HTTP, even behind a listener that encrypts, because AWS asks for encryption up to the target",
    fails: { protocol: "HTTP" },
    messages: [`protocol is HTTP; ${CHANGE}`],
    passes: {
      HTTPS: { protocol: "HTTPS" },
      QUIC: { protocol: "QUIC" },
      "a Gateway Load Balancer's": { protocol: "GENEVE" },
      "a function, which is called over TLS": { targetType: "lambda" },
    },
  },
  {
    it: "fails plain TCP",
    type: "aws:alb/targetGroup:TargetGroup",
    fails: { protocol: "TCP" },
    messages: [`protocol is TCP; ${CHANGE}`],
    passes: { TLS: { protocol: "TLS" }, "another load balancer, which encrypts by itself": { targetType: "alb" } },
  },
]);
