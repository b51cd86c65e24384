import { type Checks, isPlain, type Tags } from "@groundwork/core";
import { checkNoApproval } from "../approval/approved-tag";
import { type BuildInfrastructure, type BuildPlacement, BuildTenancy } from "./infrastructure-args";
import { BUILD_POLICIES } from "./build-role";

const INSTANCE_TYPE = /^[a-z0-9-]+\.[a-z0-9-]+$/;
const POLICY_NAME = /^[a-z0-9][a-z0-9-]{0,31}$/;

/** What Image Builder sets on instances itself, and refuses from anybody else; a `Name` is left away. */
const RESERVED_TAGS = ["CreatedBy", "Ec2ImageBuilderArn", "Tags"];

/** Records what is wrong with the instances that AMIs are built on. */
export function checkInfrastructure(checks: Checks, args: BuildInfrastructure = {}, tags?: Tags): void {
  const { instanceTypes, network, ownNetwork, policyArns = {}, placement = {} } = args;
  const types = "infrastructure.instanceTypes";
  checks.count(types, instanceTypes, 1, Infinity, "at least one instance type", "leave it out for m7i.large");
  checks.different(types, instanceTypes, "different instance types", "name each once");
  (instanceTypes !== undefined && isPlain(instanceTypes) ? instanceTypes : []).forEach((type, index) =>
    checks.matches(`${types}[${index}]`, type, INSTANCE_TYPE, "an instance type", "write it like m7i.large"),
  );
  if (network !== undefined) {
    checks.leftOut("infrastructure.ownNetwork", ownNetwork, "beside network", "remove one of the two");
    checks.that(
      (network.vpcId === undefined) !== (network.securityGroupIds === undefined),
      "infrastructure.network.vpcId and infrastructure.network.securityGroupIds",
      [network.vpcId, network.securityGroupIds],
      "one of the two",
      "pass vpcId, and a closed security group is made",
    );
    checks.count(
      "infrastructure.network.securityGroupIds",
      network.securityGroupIds,
      1,
      Infinity,
      "at least one security group",
      "pass vpcId instead, and a closed one is made",
    );
  }
  for (const name of Object.keys(policyArns)) {
    const allowed = `a name of up to 32 lower-case letters, digits and hyphens, other than ${Object.keys(BUILD_POLICIES).join(", ")}`;
    checks.that(
      POLICY_NAME.test(name) && !(name in BUILD_POLICIES),
      "infrastructure.policyArns",
      name,
      allowed,
      "name the policy otherwise",
    );
  }
  checks.range("infrastructure.metadataHopLimit", args.metadataHopLimit, 1, 64, "hops");
  checkPlacement(checks, placement);
  for (const key of tags !== undefined && isPlain(tags) ? Object.keys(tags) : []) {
    const others = `other keys than ${RESERVED_TAGS.join(", ")}`;
    checks.that(!RESERVED_TAGS.includes(key), "tags", key, others, "rename it: Image Builder sets it itself");
    checkNoApproval(checks, "tags", key);
  }
}

function checkPlacement(checks: Checks, { tenancy, hostId, hostResourceGroupArn }: BuildPlacement): void {
  checks.oneOf("infrastructure.placement.tenancy", tenancy, Object.values(BuildTenancy));
  for (const [field, value] of Object.entries({ hostId, hostResourceGroupArn })) {
    checks.that(
      value === undefined || tenancy === BuildTenancy.Host,
      `infrastructure.placement.${field}`,
      value,
      "left out without BuildTenancy.Host",
      "set tenancy, or remove it",
    );
  }
  checks.leftOut(
    "infrastructure.placement.hostResourceGroupArn",
    hostId === undefined ? undefined : hostResourceGroupArn,
    "beside hostId",
    "name either a host or a group of hosts",
  );
}
