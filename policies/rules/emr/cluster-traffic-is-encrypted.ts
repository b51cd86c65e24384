import { EMR_SECURITY_CONFIGURATION, inConfiguration } from "../../model/emr";
import { mustBe } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";

export default defineRule({
  name: "cluster-traffic-is-encrypted",
  requires: "A security configuration of EMR encrypts what a cluster's nodes send each other.",
  fix: "Set EnableInTransitEncryption: true, with certificates in InTransitEncryptionConfiguration.",
  severity: "medium",
  group: Group.Tls,
  url: "https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-data-encryption-options.html",
  controls: { fsbp: ["EMR.4"], checkov: ["CKV_AWS_351"] },
  types: [EMR_SECURITY_CONFIGURATION],
  guards: ["configuration"],
  judge: (resource) =>
    inConfiguration(resource, (configuration) =>
      mustBe(configuration, "EncryptionConfiguration.EnableInTransitEncryption", true, { absent: false }),
    ),
});
