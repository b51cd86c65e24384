import { anyOf, each, get, is, mustBe, where } from "../../model/facts";
import { eachLaunch, LAUNCHES } from "../../model/launch";
import { Group } from "../../model/levels";
import type { Program } from "../../model/program";
import { UNKNOWN, type Unknown } from "../../model/reading";
import type { Resource } from "../../model/resource";
import { defineRule } from "../../model/rule";
import { AwsType } from "../../model/types";
import { fail, type Fact, type Facts } from "../../model/verdict";

const ADDRESS = "associatePublicIpAddress";
const SUBNET = "aws:ec2/subnet:Subnet";

export default defineRule({
  name: "instances-have-no-public-address",
  requires: "An instance gets no public address.",
  fix: "Set associatePublicIpAddress: false, and let a load balancer or a NAT gateway stand between the instance and the internet.",
  severity: "high",
  group: Group.Exposure,
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html",
  controls: {
    fsbp: ["EC2.9", "EC2.25", "AutoScaling.5"],
    checkov: ["CKV_AWS_88", "CKV_AWS_389"],
    cdkNag: ["EC2InstanceNoPublicIp", "AutoScalingLaunchConfigPublicIpDisabled"],
    prowler: [
      "ec2_instance_public_ip",
      "ec2_launch_template_no_public_ip",
      "autoscaling_group_launch_configuration_no_public_ip",
    ],
    awsguard: ["ec2InstanceNoPublicIP"],
    pulumi: [
      "aws-ec2-instance-disallow-public-ip",
      "aws-ec2-launchtemplate-disallow-public-ip",
      "aws-ec2-launchconfiguration-disallow-public-ip",
    ],
  },
  types: LAUNCHES,
  guards: [ADDRESS, "networkInterfaces"],
  evidence: [SUBNET, AwsType.AutoScalingGroup],
  judge: (resource, _config, program) =>
    eachLaunch(resource, (launch) =>
      resource.type === AwsType.LaunchTemplate
        ? each(launch, "networkInterfaces", (card) => mustBe(card, ADDRESS, false, { absent: false }))
        : [mustBe(launch, ADDRESS, false, { absent: false }), bySubnet(resource, program)],
    ),
});

/**
 * What an instance does not say, its subnet decides; where the program makes that, it is known. A launch template has no
 * say: AWS refuses a subnet beside interfaces. A launch configuration leaves it to the subnets of its groups.
 */
function bySubnet(resource: Resource, program: Program): Facts {
  if (get(resource, ADDRESS) !== undefined) {
    return [];
  }
  if (resource.type !== AwsType.LaunchConfiguration) {
    return where(subnetsGive(resource, "subnetId", false, program), () => left("subnetId"));
  }
  const groups = program.dependents(resource, [AwsType.AutoScalingGroup], "launchConfiguration");
  const given =
    groups === UNKNOWN || groups.length === 0
      ? UNKNOWN
      : anyOf(...groups.map((group) => subnetsGive(group, "vpcZoneIdentifiers", UNKNOWN, program)));
  return where(given, () => left(ADDRESS));
}

function left(subject: string): Fact {
  return fail(subject, `${ADDRESS} is not set, and the subnet decides then; set it to false.`);
}

/** Whether the subnets of the program in an input give public addresses. */
function subnetsGive(
  resource: Resource,
  input: string,
  otherwise: boolean | Unknown,
  program: Program,
): boolean | Unknown {
  const sources = get(resource, input) === undefined ? [] : program.sources(resource, input, [SUBNET]);
  if (sources === UNKNOWN) {
    return UNKNOWN;
  }
  const subnets = sources.filter(({ type }) => type === SUBNET);
  return subnets.length === 0 ? otherwise : anyOf(...subnets.map((subnet) => is(subnet, "mapPublicIpOnLaunch", true)));
}
