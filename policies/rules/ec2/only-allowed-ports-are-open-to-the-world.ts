import { numbers } from "../../model/config";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { closedToWorld, INGRESS_GUARDS, INGRESS_TYPES, reachesOthers } from "../../model/traffic";

interface PortsConfig {
  allowedPorts: number[];
}

export default defineRule<PortsConfig>({
  name: "only-allowed-ports-are-open-to-the-world",
  requires: "A security group opens no other ports to the world than those allowed.",
  fix: "Name the networks that may connect, or have the port added to the rule's allowedPorts.",
  severity: "high",
  group: Group.Exposure,
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-18",
  controls: { fsbp: ["EC2.18"] },
  types: INGRESS_TYPES,
  guards: INGRESS_GUARDS,
  config: { allowedPorts: numbers("The ports that may be open to the world", [80, 443], 65535) },
  judge: (resource, { allowedPorts }) =>
    closedToWorld(resource, "ingress", "ports beside the rule's allowedPorts", (rule) =>
      reachesOthers(rule, allowedPorts),
    ),
});
