import { mustEncrypt } from "../../model/classic-listener";
import { each } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { CLASSIC_LOAD_BALANCERS } from "../../model/types";

export default defineRule({
  name: "classic-listener-encrypts",
  requires: "A listener of a Classic Load Balancer takes HTTPS or SSL.",
  fix: 'Set lbProtocol to "https" or "ssl", with a certificate.',
  severity: "high",
  group: Group.Tls,
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-https-load-balancers.html",
  controls: {
    fsbp: ["ELB.3"],
    checkov: ["CKV_AWS_127"],
    prowler: ["elb_ssl_listeners"],
    pulumi: ["aws-elb-loadbalancer-disallow-unencrypted-traffic"],
  },
  types: CLASSIC_LOAD_BALANCERS,
  guards: ["listeners"],
  judge: (balancer) => each(balancer, "listeners", (listener) => mustEncrypt(listener, "lbProtocol")),
});
