import { Group } from "../../model/levels";
import { aclClosesPorts, NETWORK_ACL_GUARDS, NETWORK_ACL_TYPES } from "../../model/network-acl";
import { defineRule } from "../../model/rule";

export default defineRule({
  name: "network-acl-closes-ftp-to-the-world",
  requires: "A network ACL does not let the world in by FTP, which sends passwords in the clear.",
  fix: "Name the networks that may connect, or refuse ports 20 and 21 in a rule of a lower number.",
  severity: "medium",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html",
  controls: { checkov: ["CKV_AWS_229", "CKV_AWS_230"] },
  types: NETWORK_ACL_TYPES,
  guards: NETWORK_ACL_GUARDS,
  judge: (acl) => aclClosesPorts(acl, "FTP (ports 20 and 21)", [20, 21]),
});
