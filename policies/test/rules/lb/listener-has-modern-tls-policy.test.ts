import rule from "../../../rules/lb/listener-has-modern-tls-policy";
import { describeRule } from "../../support/table";

const CHANGE = 'set it to a policy that starts at TLS 1.2, such as "ELBSecurityPolicy-TLS13-1-2-2021-06".';

describeRule(rule, [
  {
    it: "fails a listener without a policy, because AWS takes one that allows TLS 1.0",
    fails: { protocol: "HTTPS" },
    messages: [`sslPolicy is not set, and AWS takes ELBSecurityPolicy-2016-08 then; ${CHANGE}`],
    passes: {
      "a policy from TLS 1.2": { sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06" },
      "a stricter policy": { sslPolicy: "ELBSecurityPolicy-TLS13-1-3-FIPS-PQ-2025-09" },
      "a stricter policy than those known": { sslPolicy: "ELBSecurityPolicy-TLS13-1-3-FIPS-PQ-2031-01" },
      "a newer policy with further ciphers": { sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Ext3-FIPS-2031-01" },
      "plain HTTP, which another rule is about": { protocol: "HTTP" },
    },
  },
  {
    it: "fails a TLS listener with an old policy",
    type: "aws:alb/listener:Listener",
    fails: { protocol: "TLS", sslPolicy: "ELBSecurityPolicy-TLS13-1-1-2021-06" },
    messages: [`sslPolicy is ELBSecurityPolicy-TLS13-1-1-2021-06; ${CHANGE}`],
    passes: { "a policy from TLS 1.2": { sslPolicy: "ELBSecurityPolicy-FS-1-2-Res-2020-10" } },
  },
  {
    it: "fails a name that is no policy's, without repeating it",
    fails: { protocol: "HTTPS", sslPolicy: "hunter2" },
    messages: [`sslPolicy is another value; ${CHANGE}`],
    passes: { "a policy from TLS 1.2": { sslPolicy: "ELBSecurityPolicy-TLS-1-2-2017-01" } },
  },
  {
    it: "fails a newer policy that takes TLS 1.1, too, without repeating it",
    fails: { protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-TLS13-1-1-PQ-2031-01" },
    messages: [`sslPolicy is another value; ${CHANGE}`],
    passes: { "one from TLS 1.2": { sslPolicy: "ELBSecurityPolicy-TLS13-1-2-PQ-2031-01" } },
  },
  {
    it: "fails a policy that takes even SSL 3.0",
    fails: { protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-2014-01" },
    messages: [`sslPolicy is ELBSecurityPolicy-2014-01; ${CHANGE}`],
    passes: { "one from TLS 1.2": { sslPolicy: "ELBSecurityPolicy-TLS13-1-2-PQ-2025-09" } },
  },
  {
    it: "fails a policy below what the configuration asks for",
    fails: { protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06" },
    settings: { minimumTls: "1.3" },
    messages: [
      'sslPolicy is ELBSecurityPolicy-TLS13-1-2-2021-06; set it to a policy that starts at TLS 1.3, such as "ELBSecurityPolicy-TLS13-1-3-2021-06".',
    ],
    passes: { "one of TLS 1.3 alone": { sslPolicy: "ELBSecurityPolicy-TLS13-1-3-2021-06" } },
  },
]);
