import { Group } from "../../model/levels";
import { aclClosesPorts, NETWORK_ACL_GUARDS, NETWORK_ACL_TYPES } from "../../model/network-acl";
import { defineRule } from "../../model/rule";

export default defineRule({
  name: "network-acl-closes-ssh-to-the-world",
  requires: "A network ACL does not let the world in by SSH.",
  fix: "Name the networks that may connect, or refuse port 22 in a rule of a lower number.",
  severity: "high",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-21",
  controls: {
    fsbp: ["EC2.21"],
    cis: ["5.2"],
    checkov: ["CKV_AWS_232"],
    prowler: ["ec2_networkacl_allow_ingress_tcp_port_22"],
  },
  types: NETWORK_ACL_TYPES,
  guards: NETWORK_ACL_GUARDS,
  judge: (acl) => aclClosesPorts(acl, "SSH (port 22)", [22]),
});
