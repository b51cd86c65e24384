import { anyOf, is, mustBe, not, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { TARGET_GROUPS } from "../../model/types";

export default defineRule({
  name: "target-group-encrypts",
  requires: "A target group sends nothing unencrypted to its targets.",
  fix: 'Make a target group with protocol "HTTPS", "TLS" or "QUIC"; the protocol of one that exists cannot change.',
  severity: "medium",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html",
  controls: { fsbp: ["ELB.22"] },
  types: TARGET_GROUPS,
  guards: ["protocol"],
  judge: (group) =>
    // A Gateway Load Balancer hands on what it gets, as does a Network Load Balancer to an Application Load Balancer.
    where(not(anyOf(is(group, "targetType", ["lambda", "alb"]), is(group, "protocol", "GENEVE"))), () =>
      mustBe(group, "protocol", ["HTTPS", "TLS", "QUIC"], {
        known: ["HTTP", "TCP", "UDP", "TCP_UDP", "TCP_QUIC"],
        change: 'make a target group with "HTTPS", "TLS" or "QUIC".',
      }),
    ),
});
