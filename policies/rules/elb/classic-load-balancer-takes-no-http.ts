import { each, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { speaks } from "../../model/listener";
import { defineRule } from "../../model/rule";
import { CLASSIC_LOAD_BALANCERS } from "../../model/types";
import { fail } from "../../model/verdict";

export default defineRule({
  name: "classic-load-balancer-takes-no-http",
  requires: "A Classic Load Balancer is not used for HTTP or HTTPS.",
  fix: "Use an Application Load Balancer, or listen for TCP or SSL.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/migrate-classic-load-balancer.html",
  controls: { cdkNag: ["CLBNoInboundHttpHttps"] },
  types: CLASSIC_LOAD_BALANCERS,
  guards: ["listeners"],
  judge: (balancer) =>
    each(balancer, "listeners", (listener) =>
      where(speaks(listener, "lbProtocol", "HTTP", "HTTPS"), () =>
        fail(`${listener.field}`, `${listener.field} takes HTTP or HTTPS; use an Application Load Balancer.`),
      ),
    ),
});
