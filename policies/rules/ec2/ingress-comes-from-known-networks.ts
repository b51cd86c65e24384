import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { closedToWorld, INGRESS_GUARDS, INGRESS_TYPES } from "../../model/traffic";

export default defineRule({
  name: "ingress-comes-from-known-networks",
  requires: "A security group opens no port to the world.",
  fix: "Name the networks or the security groups that may connect.",
  severity: "medium",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
  controls: {
    cdkNag: ["EC2RestrictedInbound", "AwsSolutions-EC23"],
    prowler: ["ec2_securitygroup_allow_ingress_from_internet_to_any_port"],
    pulumi: ["aws-ec2-securitygroup-disallow-public-internet-ingress"],
  },
  types: INGRESS_TYPES,
  guards: INGRESS_GUARDS,
  judge: (resource) => closedToWorld(resource, "ingress", "a way in"),
});
