import { CERTIFICATES, mustBeFromAcm } from "../../model/certificate";
import { each, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { speaks } from "../../model/listener";
import { defineRule } from "../../model/rule";
import { CLASSIC_LOAD_BALANCERS } from "../../model/types";

export default defineRule({
  name: "classic-listener-has-acm-certificate",
  requires: "An HTTPS or SSL listener of a Classic Load Balancer has a certificate of AWS Certificate Manager.",
  fix: "Set sslCertificateId to the ARN of an acm.Certificate.",
  severity: "medium",
  group: Group.Tls,
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/ssl-server-cert.html",
  controls: {
    fsbp: ["ELB.2"],
    cdkNag: ["ELBACMCertificateRequired"],
    prowler: ["elb_ssl_listeners_use_acm_certificate"],
  },
  types: CLASSIC_LOAD_BALANCERS,
  guards: ["listeners"],
  evidence: CERTIFICATES,
  judge: (balancer, _config, program) =>
    each(balancer, "listeners", (listener) =>
      where(speaks(listener, "lbProtocol", "HTTPS", "SSL"), () =>
        mustBeFromAcm(listener, "sslCertificateId", balancer, "listeners", program),
      ),
    ),
});
