import { mustBeSet } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { CLASSIC_LOAD_BALANCERS } from "../../model/types";

export default defineRule({
  name: "classic-load-balancer-has-health-check",
  requires: "A Classic Load Balancer checks its instances as the program says.",
  fix: "Set healthCheck.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-healthchecks.html",
  controls: { pulumi: ["aws-elb-loadbalancer-enable-health-check"] },
  types: CLASSIC_LOAD_BALANCERS,
  guards: ["healthCheck"],
  judge: (balancer) => mustBeSet(balancer, "healthCheck", "say what shows that an instance is healthy."),
});
