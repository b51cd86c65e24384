import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { closedToWorld, EGRESS_GUARDS, EGRESS_TYPES, everyPort } from "../../model/traffic";

export default defineRule({
  name: "egress-goes-to-known-places",
  requires: "A security group does not let everything out to the world.",
  fix: "Name the ports, the networks or the prefix lists that are to be reached.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
  controls: { checkov: ["CKV_AWS_382"] },
  types: EGRESS_TYPES,
  guards: EGRESS_GUARDS,
  judge: (resource) => closedToWorld(resource, "egress", "every port", everyPort),
});
