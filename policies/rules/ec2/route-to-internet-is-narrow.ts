import { allOf, fieldOf, get, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { text, UNKNOWN } from "../../model/reading";
import { eachRoute, leadsToWorld, ROUTE_GUARDS, ROUTES } from "../../model/routes";
import { defineRule } from "../../model/rule";
import { fail } from "../../model/verdict";

const GATEWAY = "aws:ec2/internetGateway:InternetGateway";

export default defineRule({
  name: "route-to-internet-is-narrow",
  requires: "No route leads everything to an internet gateway.",
  fix: "Lead what must reach the internet through a NAT gateway or a proxy.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html",
  controls: { cdkNag: ["VPCNoUnrestrictedRouteToIGW"] },
  types: ROUTES,
  guards: ROUTE_GUARDS,
  evidence: [GATEWAY],
  judge: (resource, _config, program) => {
    const input = resource.type === ROUTES[0] ? "gatewayId" : "routes";
    const sources = program.sources(resource, input, [GATEWAY]);
    const given = sources !== UNKNOWN && sources.some(({ type }) => type === GATEWAY);
    return eachRoute(resource, (route) => {
      const id = text(get(route, "gatewayId"));
      const internet = typeof id === "string" ? id.startsWith("igw-") : id === UNKNOWN ? given || UNKNOWN : false;
      const field = fieldOf(route, "gatewayId");
      return where(allOf(internet, leadsToWorld(route)), () =>
        fail(field, `${field} leads everything to the internet; lead what must get there another way.`),
      );
    });
  },
});
