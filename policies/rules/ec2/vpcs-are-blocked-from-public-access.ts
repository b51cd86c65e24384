import { mustBe } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";

export default defineRule({
  name: "vpcs-are-blocked-from-public-access",
  requires: "A Region's setting that blocks public access to VPCs blocks at least what comes in.",
  fix: 'Set internetGatewayBlockMode: "block-ingress" or "block-bidirectional".',
  severity: "medium",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-172",
  controls: { fsbp: ["EC2.172"] },
  types: ["aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions"],
  guards: ["internetGatewayBlockMode"],
  judge: (options) =>
    mustBe(options, "internetGatewayBlockMode", ["block-ingress", "block-bidirectional"], { known: ["off"] }),
});
