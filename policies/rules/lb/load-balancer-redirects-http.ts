import { holds, not, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { isKind } from "../../model/listener";
import { UNKNOWN } from "../../model/reading";
import { judgeRedirect } from "../../model/redirect";
import { defineRule } from "../../model/rule";
import { LISTENERS, LOAD_BALANCERS } from "../../model/types";
import { fail } from "../../model/verdict";

export default defineRule({
  name: "load-balancer-redirects-http",
  requires: "No HTTP listener of an Application Load Balancer does anything but redirect to HTTPS.",
  fix: 'Let its HTTP listeners redirect: type: "redirect" with redirect.protocol: "HTTPS".',
  severity: "high",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html",
  controls: { fsbp: ["ELB.1"], checkov: ["CKV2_AWS_20"] },
  types: LOAD_BALANCERS,
  evidence: LISTENERS,
  judge: (balancer, _config, program) =>
    where(isKind(balancer, "application"), () => {
      const listeners = program.dependents(balancer, LISTENERS, "loadBalancerArn");
      const redirects = listeners === UNKNOWN ? UNKNOWN : holds(listeners.map((one) => judgeRedirect(one, program)));
      return where(not(redirects), () =>
        fail("listeners", "An HTTP listener of the load balancer does not redirect; let it redirect to HTTPS."),
      );
    }),
});
