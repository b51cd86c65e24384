import { mustBeSet, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { isKind } from "../../model/listener";
import { defineRule } from "../../model/rule";
import { LOAD_BALANCERS } from "../../model/types";

export default defineRule({
  name: "network-load-balancer-has-security-groups",
  requires: "A Network Load Balancer has a security group of its own.",
  fix: "Set securityGroups; without any at first, they can be added by replacement alone.",
  severity: "medium",
  group: Group.Hygiene,
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html",
  types: LOAD_BALANCERS,
  guards: ["securityGroups"],
  judge: (balancer) =>
    where(isKind(balancer, "network"), () =>
      mustBeSet(balancer, "securityGroups", "name one; later it takes another load balancer."),
    ),
});
