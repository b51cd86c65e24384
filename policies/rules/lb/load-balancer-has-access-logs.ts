import { anyOf, is, mustBe, where } from "../../model/facts";
import { Group } from "../../model/levels";
import type { Program } from "../../model/program";
import { UNKNOWN, type Unknown } from "../../model/reading";
import type { Resource } from "../../model/resource";
import { defineRule } from "../../model/rule";
import { LISTENERS, LOAD_BALANCERS } from "../../model/types";

export default defineRule({
  name: "load-balancer-has-access-logs",
  requires: "An Application or Network Load Balancer writes access logs.",
  fix: "Set accessLogs with a bucket and enabled: true.",
  severity: "medium",
  group: Group.Hygiene,
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html",
  controls: {
    fsbp: ["ELB.5"],
    checkov: ["CKV_AWS_91"],
    cdkNag: ["ELBLoggingEnabled"],
    prowler: ["elbv2_logging_enabled"],
    awsguard: ["elbAccessLoggingEnabled"],
  },
  types: LOAD_BALANCERS,
  guards: ["accessLogs"],
  evidence: LISTENERS,
  judge: (balancer, _config, program) =>
    where(is(balancer, "loadBalancerType", ["application", "network"], "application"), () =>
      where(hasWhatToLog(balancer, program), () => mustBe(balancer, "accessLogs.enabled", true, { absent: false })),
    ),
});

/** A Network Load Balancer logs the requests of its TLS listeners alone, so without any there is nothing to log. */
function hasWhatToLog(balancer: Resource, program: Program): boolean | Unknown {
  const listeners = program.dependents(balancer, LISTENERS, "loadBalancerArn");
  if (is(balancer, "loadBalancerType", "network", "application") === false) {
    return true;
  }
  return listeners === UNKNOWN
    ? UNKNOWN
    : listeners.length === 0 || anyOf(...listeners.map((one) => is(one, "protocol", "TLS")));
}
