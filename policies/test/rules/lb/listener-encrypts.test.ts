import rule from "../../../rules/lb/listener-encrypts";
import { describeRule } from "../../support/table";

const CHANGE = 'set it to "HTTPS", or to "TLS" for a Network Load Balancer.';
const arn = (kind: string) =>
  `arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/${kind}/web/0123456789abcdef`;

describeRule(rule, [
  {
    it: "fails plain TCP",
    fails: { protocol: "TCP" },
    messages: [`protocol is TCP; ${CHANGE}`],
    passes: {
      TLS: { protocol: "TLS" },
      HTTPS: { protocol: "HTTPS" },
      "QUIC, which always encrypts": { protocol: "QUIC" },
      "a Gateway Load Balancer's": { protocol: "GENEVE" },
    },
  },
  {
    it: "fails HTTP, even where it redirects",
    type: "aws:alb/listener:Listener",
    fails: { protocol: "HTTP", defaultActions: [{ type: "redirect", redirect: { protocol: "HTTPS" } }] },
    messages: [`protocol is HTTP; ${CHANGE}`],
    passes: { HTTPS: { protocol: "HTTPS" } },
  },
  {
    it: "fails an Application Load Balancer's listener that says nothing, because it takes HTTP",
    fails: { loadBalancerArn: arn("app") },
    messages: [`protocol is not set, and AWS takes HTTP then; ${CHANGE}`],
    passes: {
      HTTPS: { protocol: "HTTPS" },
      "a Gateway Load Balancer's": { loadBalancerArn: arn("gwy") },
    },
  },
]);
