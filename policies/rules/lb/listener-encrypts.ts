import { get, is, mustBe, not, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { takesHttp } from "../../model/listener";
import { defineRule } from "../../model/rule";
import { LISTENERS, LOAD_BALANCERS } from "../../model/types";

export default defineRule({
  name: "listener-encrypts",
  requires: "A listener takes HTTPS or TLS, and nothing else, not even to redirect it.",
  fix: 'Set protocol to "HTTPS", or to "TLS" for a Network Load Balancer.',
  severity: "medium",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/create-tls-listener.html",
  controls: { fsbp: ["ELB.18"], cdkNag: ["ELBv2ACMCertificateRequired"] },
  types: LISTENERS,
  guards: ["protocol"],
  evidence: LOAD_BALANCERS,
  judge: (listener, _config, program) => {
    const set = get(listener, "protocol") !== undefined;
    return where(set || takesHttp(listener, program), () =>
      // GENEVE is Gateway Load Balancers', which see what others have encrypted.
      where(not(is(listener, "protocol", "GENEVE")), () =>
        mustBe(listener, "protocol", ["HTTPS", "TLS", "QUIC"], {
          absent: "HTTP",
          known: ["HTTP", "TCP", "UDP", "TCP_UDP", "TCP_QUIC"],
          change: 'set it to "HTTPS", or to "TLS" for a Network Load Balancer.',
        }),
      ),
    );
  },
});
