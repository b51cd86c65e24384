import rule from "../../../rules/lb/trust-store-names-bundle-version";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a trust store that takes whatever lies in the bucket",
    fails: { caCertificatesBundleS3Bucket: "certificates", caCertificatesBundleS3Key: "bundle.pem" },
    messages: [
      "caCertificatesBundleS3ObjectVersion is not set; name the version, so that nobody exchanges the bundle unseen.",
    ],
    passes: { "one that names a version": { caCertificatesBundleS3ObjectVersion: "v1" } },
  },
]);
