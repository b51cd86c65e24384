import { mustBe } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";

export default defineRule({
  name: "ami-requires-metadata-tokens",
  requires:
    "What an AMI launches has a metadata service that answers only with a token (IMDSv2), unless the launch says otherwise.",
  fix: 'Set imdsSupport: "v2.0".',
  severity: "medium",
  group: Group.MetadataService,
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-IMDS-new-instances.html",
  types: ["aws:ec2/ami:Ami"],
  guards: ["imdsSupport"],
  judge: (ami) => mustBe(ami, "imdsSupport", "v2.0"),
});
