import { each, get, holds, is, mustBe, mustHave, where, type Subject } from "../../model/facts";
import { Group } from "../../model/levels";
import { speaks } from "../../model/listener";
import type { Program } from "../../model/program";
import { number, UNKNOWN, type Unknown } from "../../model/reading";
import type { Resource } from "../../model/resource";
import { defineRule } from "../../model/rule";
import { mustBeTlsPolicy, startsAt } from "../../model/tls-policy";
import { CLASSIC_LOAD_BALANCERS } from "../../model/types";
import type { Facts } from "../../model/verdict";

const POLICY = "aws:elb/loadBalancerPolicy:LoadBalancerPolicy";
const NEGOTIATION = "aws:elb/sslNegotiationPolicy:SslNegotiationPolicy";
const ATTACHMENT = "aws:elb/listenerPolicy:ListenerPolicy";

const OUTDATED = ["Protocol-SSLv2", "Protocol-SSLv3", "Protocol-TLSv1", "Protocol-TLSv1.1"];
/** Ciphers without encryption or authentication, or with broken ones, by OpenSSL's names. */
const BROKEN = /NULL|EXP-|ADH-|RC4|RC2|DES-|MD5|SEED|IDEA/;

const CHANGE = 'set it to "ELBSecurityPolicy-TLS-1-2-2017-01".';

export default defineRule({
  name: "classic-listener-has-modern-tls-policy",
  requires: "An HTTPS or SSL listener of a Classic Load Balancer refuses outdated versions of TLS.",
  fix: 'Add an elb.SslNegotiationPolicy for its port with Reference-Security-Policy "ELBSecurityPolicy-TLS-1-2-2017-01".',
  severity: "high",
  group: Group.Tls,
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-security-policy-table.html",
  controls: { fsbp: ["ELB.8"], checkov: ["CKV_AWS_213"], prowler: ["elb_insecure_ssl_ciphers"] },
  types: [...CLASSIC_LOAD_BALANCERS, POLICY, NEGOTIATION],
  guards: ["listeners", "policyAttributes", "attributes"],
  evidence: [POLICY, NEGOTIATION, ATTACHMENT],
  judge: (resource, _config, program) =>
    resource.type === POLICY || resource.type === NEGOTIATION
      ? judgePolicy(resource)
      : each(resource, "listeners", (listener) => judgeListener(resource, listener, program)),
});

/** Without a policy of its own, a listener gets ELBSecurityPolicy-2016-08, which takes TLS 1.0. */
function judgeListener(balancer: Resource, listener: Subject, program: Program): Facts {
  const policies = policiesOf(balancer, number(get(listener, "lbPort")), program);
  return where(speaks(listener, "lbProtocol", "HTTPS", "SSL"), () =>
    mustHave(
      `${listener.field}`,
      policies,
      (policy) => (policy === UNKNOWN ? UNKNOWN : holds(judgePolicy(policy))),
      `${listener.field} has no policy that starts at TLS 1.2, and AWS takes ELBSecurityPolicy-2016-08 then; add an SslNegotiationPolicy for its port.`,
    ),
  );
}

/** The TLS policies of a load balancer's port. */
function policiesOf(balancer: Resource, port: unknown, program: Program): (Resource | Unknown)[] | Unknown {
  const negotiations = program.dependents(balancer, [NEGOTIATION], "loadBalancer");
  const attachments = program.dependents(balancer, [ATTACHMENT], "loadBalancerName");
  if (negotiations === UNKNOWN || attachments === UNKNOWN) {
    return UNKNOWN;
  }
  const suits = (resource: Resource, field: string) => typeof port !== "number" || is(resource, field, port) !== false;
  const attached = attachments.filter((attachment) => suits(attachment, "loadBalancerPort"));
  return [
    ...negotiations.filter((negotiation) => suits(negotiation, "lbPort")),
    ...attached.flatMap((attachment): (Resource | Unknown)[] => {
      const policies = program.sources(attachment, "policyNames", [POLICY]);
      return policies === UNKNOWN || policies.length === 0
        ? [UNKNOWN]
        : policies.filter((policy) => is(policy, "policyTypeName", "SSLNegotiationPolicyType") !== false);
    }),
  ];
}

function judgePolicy(policy: Resource): Facts {
  return policy.type === NEGOTIATION
    ? each(policy, "attributes", judgeAttribute)
    : where(is(policy, "policyTypeName", "SSLNegotiationPolicyType"), () =>
        each(policy, "policyAttributes", judgeAttribute),
      );
}

function judgeAttribute(attribute: Subject): Facts {
  const name = get(attribute, "name");
  const off = () => mustBe(attribute, "value", false, { absent: false, change: 'set it to "false".' });
  return [
    where(is(attribute, "name", "Reference-Security-Policy"), () =>
      mustBeTlsPolicy(attribute, "value", (policy) => startsAt(policy, "1.2"), { change: CHANGE }),
    ),
    where(is(attribute, "name", OUTDATED), off),
    typeof name === "string" && BROKEN.test(name) ? off() : [],
  ];
}
