import { mustBeSet, mustHave } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { CLASSIC_LOAD_BALANCERS, EVERY_LOAD_BALANCER, LISTENERS } from "../../model/types";

const CHANGE = "add one, or remove the load balancer.";

export default defineRule({
  name: "load-balancer-has-listener",
  requires: "A load balancer has a listener.",
  fix: "Add an lb.Listener with the load balancer's ARN as loadBalancerArn, or remove the load balancer.",
  severity: "low",
  group: Group.Hygiene,
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html",
  controls: { prowler: ["elbv2_listeners_underneath"] },
  types: EVERY_LOAD_BALANCER,
  evidence: LISTENERS,
  judge: (balancer, _config, program) =>
    CLASSIC_LOAD_BALANCERS.includes(balancer.type)
      ? mustBeSet(balancer, "listeners", CHANGE)
      : mustHave(
          "listeners",
          program.dependents(balancer, LISTENERS, "loadBalancerArn"),
          () => true,
          `The load balancer has no listener; ${CHANGE}`,
        ),
});
