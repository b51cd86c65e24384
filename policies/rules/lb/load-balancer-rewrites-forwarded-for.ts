import { mustBe, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { isKind } from "../../model/listener";
import { defineRule } from "../../model/rule";
import { LOAD_BALANCERS } from "../../model/types";

export default defineRule({
  name: "load-balancer-rewrites-forwarded-for",
  requires: "An Application Load Balancer passes no X-Forwarded-For header on as the client has written it.",
  fix: 'Leave xffHeaderProcessingMode out, or set it to "append" or "remove".',
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/x-forwarded-headers.html",
  types: LOAD_BALANCERS,
  guards: ["xffHeaderProcessingMode"],
  judge: (balancer) =>
    where(isKind(balancer, "application"), () =>
      mustBe(balancer, "xffHeaderProcessingMode", ["append", "remove"], { absent: "append", known: ["preserve"] }),
    ),
});
