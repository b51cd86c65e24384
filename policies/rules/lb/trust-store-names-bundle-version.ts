import { mustBeSet } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";

export default defineRule({
  name: "trust-store-names-bundle-version",
  requires: "A trust store names the version of the bundle of certificates that it takes.",
  fix: "Set caCertificatesBundleS3ObjectVersion.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/configuring-mtls-with-elb.html",
  types: ["aws:lb/trustStore:TrustStore"],
  guards: ["caCertificatesBundleS3ObjectVersion"],
  judge: (store) =>
    mustBeSet(
      store,
      "caCertificatesBundleS3ObjectVersion",
      "name the version, so that nobody exchanges the bundle unseen.",
    ),
});
