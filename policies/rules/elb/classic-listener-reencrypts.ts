import { mustEncrypt } from "../../model/classic-listener";
import { each } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { CLASSIC_LOAD_BALANCERS } from "../../model/types";

export default defineRule({
  name: "classic-listener-reencrypts",
  requires: "A Classic Load Balancer encrypts what it sends to its instances.",
  fix: 'Set instanceProtocol to "https" or "ssl".',
  severity: "medium",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-listener-config.html",
  controls: { checkov: ["CKV_AWS_376"], cdkNag: ["ELBTlsHttpsListenersOnly"] },
  types: CLASSIC_LOAD_BALANCERS,
  guards: ["listeners"],
  judge: (balancer) => each(balancer, "listeners", (listener) => mustEncrypt(listener, "instanceProtocol")),
});
