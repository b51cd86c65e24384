import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { closedToWorld, EGRESS_GUARDS, EGRESS_TYPES } from "../../model/traffic";

export default defineRule({
  name: "egress-names-networks",
  requires: "A security group lets nothing out to the world, by whatever port.",
  fix: "Name the networks, the security groups or the prefix lists that are to be reached.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
  types: EGRESS_TYPES,
  guards: EGRESS_GUARDS,
  judge: (resource) => closedToWorld(resource, "egress", "a way out"),
});
