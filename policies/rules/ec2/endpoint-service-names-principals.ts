import { allOf, anyOf, get, is, where } from "../../model/facts";
import { Group } from "../../model/levels";
import type { Program } from "../../model/program";
import { list, UNKNOWN, type Unknown } from "../../model/reading";
import type { Resource } from "../../model/resource";
import { defineRule } from "../../model/rule";
import { type Facts, fail } from "../../model/verdict";

const SERVICE = "aws:ec2/vpcEndpointService:VpcEndpointService";
const PRINCIPAL = "aws:ec2/vpcEndpointServiceAllowedPrinciple:VpcEndpointServiceAllowedPrinciple";

/** Whether the service to which a principal is added accepts by itself. */
function acceptsByItself(principal: Resource, program: Program): boolean | Unknown {
  const sources = program.sources(principal, "vpcEndpointServiceId", [SERVICE]);
  const services = sources === UNKNOWN ? [] : sources.filter(({ type }) => type === SERVICE);
  return services.length === 0
    ? UNKNOWN
    : anyOf(...services.map((service) => is(service, "acceptanceRequired", false, false)));
}

export default defineRule({
  name: "endpoint-service-names-principals",
  requires: "An endpoint service that accepts by itself names who may connect.",
  fix: "Name accounts or roles as allowedPrincipals, or set acceptanceRequired: true.",
  severity: "high",
  group: Group.Exposure,
  url: "https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html",
  controls: { prowler: ["vpc_endpoint_services_allowed_principals_trust_boundaries"] },
  types: [SERVICE, PRINCIPAL],
  guards: ["allowedPrincipals", "acceptanceRequired", "principalArn"],
  evidence: [SERVICE],
  judge: (resource, _config, program) => {
    const judge = (path: string, open: boolean | Unknown): Facts => {
      const named = list(get(resource, path));
      const everybody =
        named === UNKNOWN ? UNKNOWN : anyOf(...named.map((one) => (one === UNKNOWN ? UNKNOWN : one === "*")));
      return where(allOf(everybody, open), () =>
        fail(
          path,
          `${path} names everybody, and nobody is asked; name who may connect, or set acceptanceRequired: true.`,
        ),
      );
    };
    return resource.type === SERVICE
      ? judge("allowedPrincipals", is(resource, "acceptanceRequired", false, false))
      : judge("principalArn", acceptsByItself(resource, program));
  },
});
