import { is, mustHave, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { isKind } from "../../model/listener";
import { defineRule } from "../../model/rule";
import { LISTENERS, LOAD_BALANCERS } from "../../model/types";

export default defineRule({
  name: "network-load-balancer-terminates-tls",
  requires: "A Network Load Balancer has a TLS listener.",
  fix: 'Give it a listener with protocol: "TLS" and a certificate.',
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/create-tls-listener.html",
  controls: { prowler: ["elbv2_nlb_tls_termination_enabled"] },
  types: LOAD_BALANCERS,
  evidence: LISTENERS,
  judge: (balancer, _config, program) =>
    where(isKind(balancer, "network"), () =>
      mustHave(
        "listeners",
        program.dependents(balancer, LISTENERS, "loadBalancerArn"),
        (listener) => is(listener, "protocol", "TLS"),
        "No listener of the load balancer takes TLS; add one with a certificate.",
      ),
    ),
});
