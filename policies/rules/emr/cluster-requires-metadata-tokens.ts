import { EMR_SECURITY_CONFIGURATION, inConfiguration } from "../../model/emr";
import { mustBe } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";

const VERSION = "InstanceMetadataServiceConfiguration.MinimumInstanceMetadataServiceVersion";

export default defineRule({
  name: "cluster-requires-metadata-tokens",
  requires: "The metadata service of an EMR cluster's nodes answers only with a token (IMDSv2).",
  fix: "Set MinimumInstanceMetadataServiceVersion: 2 in InstanceMetadataServiceConfiguration.",
  severity: "medium",
  group: Group.MetadataService,
  url: "https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-create-security-configuration.html",
  types: [EMR_SECURITY_CONFIGURATION],
  guards: ["configuration"],
  judge: (resource) => inConfiguration(resource, (configuration) => mustBe(configuration, VERSION, 2, { absent: 1 })),
});
