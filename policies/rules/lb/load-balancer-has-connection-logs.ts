import { mustBe, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { isKind } from "../../model/listener";
import { defineRule } from "../../model/rule";
import { LOAD_BALANCERS } from "../../model/types";

export default defineRule({
  name: "load-balancer-has-connection-logs",
  requires: "An Application Load Balancer logs the connections it is asked for.",
  fix: "Set connectionLogs with a bucket and enabled: true.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-connection-logs.html",
  types: LOAD_BALANCERS,
  guards: ["connectionLogs"],
  judge: (balancer) =>
    where(isKind(balancer, "application"), () => mustBe(balancer, "connectionLogs.enabled", true, { absent: false })),
});
