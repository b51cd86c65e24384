import { allOf, anyOf, is, isSet, mustBe, mustBeSet, not, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { isKind } from "../../model/listener";
import type { Program } from "../../model/program";
import { UNKNOWN, type Unknown } from "../../model/reading";
import type { Resource } from "../../model/resource";
import { defineRule } from "../../model/rule";
import { EVERY_LOAD_BALANCER, LISTENERS } from "../../model/types";

export default defineRule({
  name: "load-balancer-has-access-logs",
  requires: "A load balancer that can log requests writes access logs.",
  fix: "Set accessLogs with a bucket and enabled: true.",
  severity: "medium",
  group: Group.Hygiene,
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html",
  controls: {
    fsbp: ["ELB.5"],
    cis: ["4.10"],
    checkov: ["CKV_AWS_91", "CKV_AWS_92"],
    cdkNag: ["ELBLoggingEnabled"],
    prowler: ["elbv2_logging_enabled", "elb_logging_enabled"],
    awsguard: ["elbAccessLoggingEnabled"],
    pulumi: [
      "aws-alb-loadbalancer-configure-access-logging",
      "aws-alb-loadbalancer-enable-access-logging",
      "aws-elb-loadbalancer-configure-access-logging",
      "aws-lb-loadbalancer-configure-access-logging",
      "aws-lb-loadbalancer-enable-access-logging",
    ],
  },
  types: EVERY_LOAD_BALANCER,
  guards: ["accessLogs"],
  evidence: LISTENERS,
  judge: (balancer, _config, program) =>
    where(hasWhatToLog(balancer, program), () => [
      // A classic load balancer logs once a bucket is named; the others are to be told.
      mustBe(balancer, "accessLogs.enabled", true, {
        absent: isKind(balancer, "classic") === true && isSet(balancer, "accessLogs.bucket") !== false,
      }),
      // A bucket that AWS is still to name is one.
      where(allOf(is(balancer, "accessLogs.enabled", true), isSet(balancer, "accessLogs.bucket") === false), () =>
        mustBeSet(balancer, "accessLogs.bucket", "name a bucket."),
      ),
    ]),
});

/**
 * A Network Load Balancer logs the requests of its TLS listeners alone, so without any there is nothing to log; a Gateway
 * Load Balancer logs nothing.
 */
function hasWhatToLog(balancer: Resource, program: Program): boolean | Unknown {
  const listeners = program.dependents(balancer, LISTENERS, "loadBalancerArn");
  const logs =
    listeners === UNKNOWN
      ? UNKNOWN
      : listeners.length === 0 || anyOf(...listeners.map((one) => is(one, "protocol", "TLS")));
  return anyOf(not(isKind(balancer, "network", "gateway")), allOf(isKind(balancer, "network"), logs));
}
