import { mustBe } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";

export default defineRule({
  name: "transit-gateway-asks-before-it-accepts",
  requires: "A transit gateway does not accept shared attachments by itself.",
  fix: 'Set autoAcceptSharedAttachments: "disable".',
  severity: "high",
  group: Group.Hygiene,
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-23",
  controls: { fsbp: ["EC2.23"], checkov: ["CKV_AWS_331"], prowler: ["ec2_transitgateway_auto_accept_vpc_attachments"] },
  types: ["aws:ec2transitgateway/transitGateway:TransitGateway"],
  guards: ["autoAcceptSharedAttachments"],
  judge: (gateway) =>
    mustBe(gateway, "autoAcceptSharedAttachments", "disable", { absent: "disable", known: ["enable"] }),
  remediate: (properties) => (properties.autoAcceptSharedAttachments = "disable"),
});
