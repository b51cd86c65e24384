import { mustBe, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { isKind } from "../../model/listener";
import { defineRule } from "../../model/rule";
import { LOAD_BALANCERS } from "../../model/types";

export default defineRule({
  name: "load-balancer-has-health-check-logs",
  requires: "An Application Load Balancer logs the health checks of its targets.",
  fix: "Set healthCheckLogs with a bucket and enabled: true.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-health-check-logs.html",
  types: LOAD_BALANCERS,
  guards: ["healthCheckLogs"],
  judge: (balancer) =>
    where(isKind(balancer, "application"), () => mustBe(balancer, "healthCheckLogs.enabled", true, { absent: false })),
});
