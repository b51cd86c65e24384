import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { closedToWorld, INGRESS_GUARDS, INGRESS_TYPES, reaches } from "../../model/traffic";

export default defineRule({
  name: "rdp-is-closed-to-the-world",
  requires: "A security group does not open Remote Desktop to the world.",
  fix: "Name the networks that may connect, or use Fleet Manager, which needs no open port.",
  severity: "critical",
  group: Group.Exposure,
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-14",
  controls: {
    fsbp: ["EC2.14", "EC2.53", "EC2.54"],
    cis: ["5.3", "5.4"],
    checkov: ["CKV_AWS_25"],
    prowler: ["ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_3389"],
  },
  types: INGRESS_TYPES,
  guards: INGRESS_GUARDS,
  judge: (resource) =>
    closedToWorld(resource, "ingress", "Remote Desktop (port 3389)", (rule) => reaches(rule, [3389])),
});
