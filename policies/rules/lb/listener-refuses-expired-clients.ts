import { is, mustBe, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { LISTENERS } from "../../model/types";

export default defineRule({
  name: "listener-refuses-expired-clients",
  requires: "A listener that verifies clients takes no certificate that has expired.",
  fix: "Leave mutualAuthentication.ignoreClientCertificateExpiry out.",
  severity: "medium",
  group: Group.Tls,
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/mutual-authentication.html",
  types: LISTENERS,
  guards: ["mutualAuthentication"],
  judge: (listener) =>
    where(is(listener, "mutualAuthentication.mode", "verify"), () =>
      mustBe(listener, "mutualAuthentication.ignoreClientCertificateExpiry", false, {
        absent: false,
        change: "leave it out.",
      }),
    ),
});
