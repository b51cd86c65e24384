import { CERTIFICATES, mustBeFromAcm } from "../../model/certificate";
import { is, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { LISTENERS } from "../../model/types";

/** What adds certificates to a listener beside its own. */
const FURTHER = ["lb", "alb"].map((module) => `aws:${module}/listenerCertificate:ListenerCertificate`);

export default defineRule({
  name: "listener-has-acm-certificate",
  requires: "An HTTPS or TLS listener has certificates of AWS Certificate Manager.",
  fix: "Set certificateArn to the ARN of an acm.Certificate.",
  severity: "medium",
  group: Group.Tls,
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/https-listener-certificates.html",
  controls: { cdkNag: ["ELBv2ACMCertificateRequired"] },
  types: [...LISTENERS, ...FURTHER],
  guards: ["certificateArn"],
  evidence: CERTIFICATES,
  judge: (resource, _config, program) =>
    where(FURTHER.includes(resource.type) || is(resource, "protocol", ["HTTPS", "TLS"]), () =>
      mustBeFromAcm(resource, "certificateArn", resource, "certificateArn", program),
    ),
});
