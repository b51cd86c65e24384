import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { closedToWorld, INGRESS_GUARDS, INGRESS_TYPES, reaches, TCP_ONLY } from "../../model/traffic";

export default defineRule({
  name: "ssh-is-closed-to-the-world",
  requires: "A security group does not open SSH to the world.",
  fix: "Name the networks that may connect, or use Session Manager, which needs no open port.",
  severity: "critical",
  group: Group.Exposure,
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-13",
  controls: {
    fsbp: ["EC2.13", "EC2.53", "EC2.54"],
    cis: ["5.3", "5.4"],
    checkov: ["CKV_AWS_24"],
    cdkNag: ["EC2RestrictedSSH"],
    prowler: ["ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_22"],
  },
  types: INGRESS_TYPES,
  guards: INGRESS_GUARDS,
  judge: (resource) => closedToWorld(resource, "ingress", "SSH (port 22)", (rule) => reaches(rule, [22], TCP_ONLY)),
});
