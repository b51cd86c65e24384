import { mustBe, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { isKind } from "../../model/listener";
import { defineRule } from "../../model/rule";
import { LOAD_BALANCERS } from "../../model/types";

export default defineRule({
  name: "load-balancer-preserves-host-header",
  requires: "An Application Load Balancer hands the Host header on as the client has sent it.",
  fix: "Set preserveHostHeader: true.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html",
  types: LOAD_BALANCERS,
  guards: ["preserveHostHeader"],
  judge: (balancer) =>
    where(isKind(balancer, "application"), () => mustBe(balancer, "preserveHostHeader", true, { absent: false })),
});
