import { mustBe, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { isKind } from "../../model/listener";
import { defineRule } from "../../model/rule";
import { LOAD_BALANCERS } from "../../model/types";

export default defineRule({
  name: "load-balancer-refuses-without-waf",
  requires: "An Application Load Balancer lets no request through while its web ACL cannot be asked.",
  fix: "Leave enableWafFailOpen out.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html",
  types: LOAD_BALANCERS,
  guards: ["enableWafFailOpen"],
  judge: (balancer) =>
    where(isKind(balancer, "application"), () =>
      mustBe(balancer, "enableWafFailOpen", false, { absent: false, change: "leave it out." }),
    ),
  remediate: (properties) => (properties.enableWafFailOpen = false),
});
