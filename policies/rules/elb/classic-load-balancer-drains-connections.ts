import { mustBe } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { CLASSIC_LOAD_BALANCERS } from "../../model/types";

export default defineRule({
  name: "classic-load-balancer-drains-connections",
  requires: "A Classic Load Balancer lets requests end before it lets an instance go.",
  fix: "Set connectionDraining: true.",
  severity: "low",
  group: Group.Resilience,
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/config-conn-drain.html",
  controls: { fsbp: ["ELB.7"], cdkNag: ["CLBConnectionDraining"], prowler: ["elb_connection_draining_enabled"] },
  types: CLASSIC_LOAD_BALANCERS,
  guards: ["connectionDraining"],
  judge: (balancer) => mustBe(balancer, "connectionDraining", true, { absent: false }),
  remediate: (properties) => (properties.connectionDraining = true),
});
