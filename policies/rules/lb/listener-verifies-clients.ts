import { is, isSet, mustBe, mustBeSet, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { LISTENERS } from "../../model/types";

export default defineRule({
  name: "listener-verifies-clients",
  requires: "An HTTPS or TLS listener takes only clients whose certificates it has verified.",
  fix: 'Set mutualAuthentication with mode: "verify" and a trust store.',
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/mutual-authentication.html",
  types: LISTENERS,
  guards: ["mutualAuthentication"],
  judge: (listener) =>
    where(is(listener, "protocol", ["HTTPS", "TLS"]), () => [
      mustBe(listener, "mutualAuthentication.mode", "verify", { absent: "off", known: ["off", "passthrough"] }),
      where(is(listener, "mutualAuthentication.mode", "verify"), () =>
        where(isSet(listener, "mutualAuthentication.trustStoreArn") === false, () =>
          mustBeSet(listener, "mutualAuthentication.trustStoreArn", "name an lb.TrustStore."),
        ),
      ),
    ]),
});
