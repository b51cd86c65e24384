import { moduleOf, rulesOf } from "./aws-rules";
import { type Cloud, type Living, names } from "./cloud";
import { plain, type Properties } from "./values";

/** The types by which a load balancer and all behind it belong to a VPC. */
const IN_A_VPC = ["ec2/subnet", "ec2/securityGroup", "lb/loadBalancer", "lb/listener", "lb/targetGroup"];

/**
 * Why AWS would not create a resource with these inputs, or give them to it; `undefined` where it would.
 *
 * A load balancer stays in the VPC in which it was made, its listeners with it: they take neither subnets nor security
 * groups nor target groups of another.
 */
export function vpcConflict(cloud: Cloud, token: string, id: string, inputs: Properties): string | undefined {
  const rule = rulesOf(token).inOneVpc;
  if (rule === undefined) {
    return undefined;
  }
  const all = cloud.all().filter((living) => IN_A_VPC.includes(moduleOf(living.token)));
  const before = cloud.find(token, id);
  const vpcs = new Set([...vpcsOf(all, inputs), ...(before === undefined ? [] : vpcsOf(all, before.inputs))]);
  return vpcs.size > 1 ? `${rule.error}: ${id} cannot be in ${[...vpcs].sort().join(" and ")}` : undefined;
}

/** The VPCs of all that inputs name. */
function vpcsOf(all: Living[], inputs: Properties): string[] {
  return all
    .filter((living) => names(inputs, living))
    .flatMap(({ inputs: named }) => {
      const vpc = plain(named["vpcId"]);
      return typeof vpc === "string" ? [vpc] : vpcsOf(all, named);
    });
}
