import { allOf, fieldOf, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { eachRoute, isStated, leadsToWorld, ROUTE_GUARDS, ROUTES } from "../../model/routes";
import { defineRule } from "../../model/rule";
import { fail } from "../../model/verdict";

export default defineRule({
  name: "peering-route-is-narrow",
  requires: "A route over a VPC peering leads to a network of the peer's, not to the world.",
  fix: "Name the peer's networks as destination.",
  severity: "medium",
  group: Group.Hygiene,
  url: "https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-routing.html",
  controls: { cis: ["5.6"], checkov: ["CKV2_AWS_44"], prowler: ["vpc_peering_routing_tables_with_least_privilege"] },
  types: ROUTES,
  guards: ROUTE_GUARDS,
  judge: (resource) =>
    eachRoute(resource, (route) =>
      where(allOf(isStated(route, "vpcPeeringConnectionId"), leadsToWorld(route)), () => {
        const field = fieldOf(route, "vpcPeeringConnectionId");
        return fail(field, `${field} takes what is for the world; name the peer's networks as destination.`);
      }),
    ),
});
