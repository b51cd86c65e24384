import { mustBe } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";

export default defineRule({
  name: "endpoint-service-asks-before-it-accepts",
  requires: "An endpoint service is connected to by whoever its owner accepts.",
  fix: "Set acceptanceRequired: true.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html",
  controls: { checkov: ["CKV_AWS_123"] },
  types: ["aws:ec2/vpcEndpointService:VpcEndpointService"],
  guards: ["acceptanceRequired"],
  judge: (service) => mustBe(service, "acceptanceRequired", true),
  remediate: (properties) => (properties.acceptanceRequired = true),
});
