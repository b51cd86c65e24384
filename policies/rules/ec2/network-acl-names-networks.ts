import { is } from "../../model/facts";
import { Group } from "../../model/levels";
import { aclClosed, NETWORK_ACL_GUARDS, NETWORK_ACL_TYPES } from "../../model/network-acl";
import { defineRule } from "../../model/rule";
import { everyPort } from "../../model/traffic";

export default defineRule({
  name: "network-acl-names-networks",
  requires: "A network ACL opens no port to the world.",
  fix: "Name the networks that may connect, or refuse every port in a rule of a lower number.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html",
  types: NETWORK_ACL_TYPES,
  guards: NETWORK_ACL_GUARDS,
  // Only a refusal of every port closes whatever a later rule opens.
  judge: (acl) =>
    aclClosed(acl, "a way in", [(rule) => (is(rule, "action", ["deny", "DENY"]) === true ? everyPort(rule) : true)]),
});
