import { allOf, anyOf, fieldOf, is, mustBeSet, mustHave, not, unless, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { eachAllowance, isForEverybody, isNarrowed, texts } from "../../model/policy-document";
import { UNKNOWN, type Unknown } from "../../model/reading";
import { defineRule } from "../../model/rule";
import { fail } from "../../model/verdict";

const POLICY = "aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy";

export default defineRule({
  name: "endpoint-has-policy",
  requires: "A VPC endpoint's policy says who may do what through it.",
  fix: "Set policy: without one, or with a statement for everybody without a condition, an endpoint lets everything through.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html",
  controls: { prowler: ["vpc_endpoint_connections_trust_boundaries"] },
  types: ["aws:ec2/vpcEndpoint:VpcEndpoint"],
  guards: ["policy"],
  evidence: [POLICY],
  judge: (endpoint, _config, program) => {
    const unconditional = eachAllowance(endpoint, "policy", (statement) => {
      const everything = allOf(...["Action", "Resource"].map((path) => anyOf(...texts(statement, path).map(isAll))));
      return where(allOf(isForEverybody(statement), not(isNarrowed(statement)), everything), () => {
        const field = fieldOf(statement, "Principal");
        return fail(field, `${field} lets everybody do everything through the endpoint; say who may do what.`);
      });
    });
    // Gateway load balancers' endpoints, resources' and service networks' take no policy.
    const takes = is(endpoint, "vpcEndpointType", ["Gateway", "Interface"], "Gateway");
    const stated = mustBeSet(endpoint, "policy", "say who may do what, there or in a VpcEndpointPolicy.");
    const beside = mustHave("policy", program.dependents(endpoint, [POLICY], "vpcEndpointId"), () => true, "");
    return [...where(takes, () => unless(stated, beside)), ...unconditional];
  },
});

function isAll(value: string | Unknown): boolean | Unknown {
  return value === UNKNOWN ? UNKNOWN : value === "*";
}
