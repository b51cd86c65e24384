import rule from "../../../rules/elb/classic-load-balancer-takes-no-http";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails HTTP and HTTPS, for which there are Application Load Balancers",
    fails: { listeners: [{ lbProtocol: "http" }, { lbProtocol: "HTTPS" }] },
    messages: [
      "listeners[0] takes HTTP or HTTPS; use an Application Load Balancer.",
      "listeners[1] takes HTTP or HTTPS; use an Application Load Balancer.",
    ],
    passes: { "TCP and SSL": { listeners: [{ lbProtocol: "tcp" }, { lbProtocol: "ssl" }] } },
  },
]);
