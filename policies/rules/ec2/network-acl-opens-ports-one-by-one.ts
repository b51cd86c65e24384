import { Group } from "../../model/levels";
import { aclClosed, NETWORK_ACL_GUARDS, NETWORK_ACL_TYPES } from "../../model/network-acl";
import { defineRule } from "../../model/rule";
import { everyPort } from "../../model/traffic";

export default defineRule({
  name: "network-acl-opens-ports-one-by-one",
  requires: "A network ACL does not open every port to the world.",
  fix: "Open the ports that the world is to reach, one by one.",
  severity: "medium",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html",
  controls: { checkov: ["CKV_AWS_352"], prowler: ["ec2_networkacl_allow_ingress_any_port"] },
  types: NETWORK_ACL_TYPES,
  guards: NETWORK_ACL_GUARDS,
  judge: (acl) => aclClosed(acl, "every port", [everyPort]),
});
