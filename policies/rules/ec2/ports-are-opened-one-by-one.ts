import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { closedToWorld, everyPort, INGRESS_GUARDS, INGRESS_TYPES } from "../../model/traffic";

export default defineRule({
  name: "ports-are-opened-one-by-one",
  requires: "A security group does not open every port to the world.",
  fix: "Open the ports that the world is to reach, one by one.",
  severity: "critical",
  group: Group.Exposure,
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
  controls: {
    checkov: ["CKV_AWS_277"],
    prowler: ["ec2_securitygroup_allow_ingress_from_internet_to_all_ports"],
  },
  types: INGRESS_TYPES,
  guards: INGRESS_GUARDS,
  judge: (resource) => closedToWorld(resource, "ingress", "every port", everyPort),
});
