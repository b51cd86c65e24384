import { anyOf, get, is, where } from "../../model/facts";
import { Group } from "../../model/levels";
import type { Program } from "../../model/program";
import { UNKNOWN, type Unknown } from "../../model/reading";
import type { Resource } from "../../model/resource";
import { defineRule } from "../../model/rule";
import { closedToWorld, INGRESS_RULE, reaches, SECURITY_GROUP, SECURITY_GROUP_RULE } from "../../model/traffic";
import { AwsType } from "../../model/types";
import { fail, flatten, Verdict } from "../../model/verdict";

const SUBNET = "aws:ec2/subnet:Subnet";
const ADDRESSES = ["aws:ec2/eip:Eip", "aws:ec2/eipAssociation:EipAssociation"];
const RULES = [INGRESS_RULE, SECURITY_GROUP_RULE];

/** The ports over which an instance is taken over, or its data read. */
const PORTS = [
  ...[20, 21, 22, 23, 389, 636, 1433, 1434, 1521, 2483, 3306, 3389, 5432, 5601, 6379, 7199, 8888, 9042, 9092, 9160],
  ...[9200, 9300, 11211, 27017, 27018, 135, 137, 138, 139, 445, 88, 464, 749, 750],
];

export default defineRule({
  name: "instance-is-out-of-the-worlds-reach",
  requires: "An instance with a public address has no security group that opens a port of high risk to the world.",
  fix: "Take the instance's public address away, or name the networks that may connect in its security groups.",
  severity: "critical",
  group: Group.Exposure,
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-security-groups.html",
  controls: {
    prowler: [
      "ec2_instance_port_cassandra_exposed_to_internet",
      "ec2_instance_port_cifs_exposed_to_internet",
      "ec2_instance_port_elasticsearch_kibana_exposed_to_internet",
      "ec2_instance_port_ftp_exposed_to_internet",
      "ec2_instance_port_kafka_exposed_to_internet",
      "ec2_instance_port_kerberos_exposed_to_internet",
      "ec2_instance_port_ldap_exposed_to_internet",
      "ec2_instance_port_memcached_exposed_to_internet",
      "ec2_instance_port_mongodb_exposed_to_internet",
      "ec2_instance_port_mysql_exposed_to_internet",
      "ec2_instance_port_oracle_exposed_to_internet",
      "ec2_instance_port_postgresql_exposed_to_internet",
      "ec2_instance_port_rdp_exposed_to_internet",
      "ec2_instance_port_redis_exposed_to_internet",
      "ec2_instance_port_sqlserver_exposed_to_internet",
      "ec2_instance_port_ssh_exposed_to_internet",
      "ec2_instance_port_telnet_exposed_to_internet",
    ],
  },
  types: [AwsType.Instance, AwsType.SpotInstanceRequest],
  guards: ["associatePublicIpAddress", "vpcSecurityGroupIds"],
  evidence: [SUBNET, SECURITY_GROUP, ...ADDRESSES, ...RULES],
  judge: (instance, _config, program) => {
    const groups = ["vpcSecurityGroupIds", "securityGroups"].flatMap((input) => groupsOf(instance, input, program));
    const open = anyOf(...groups.map((group) => isOpen(group, program)));
    // Where either is false there is nothing to say; where the program does not make the groups, other rules judge.
    return open === false || groups.length === 0
      ? []
      : where(hasPublicAddress(instance, program), () =>
          where(open, () =>
            fail(
              "vpcSecurityGroupIds",
              "The instance has a public address, and a security group opens a port of high risk to the world; " +
                "take the address away, or name the networks that may connect.",
            ),
          ),
        );
  },
});

function groupsOf(instance: Resource, input: string, program: Program): Resource[] {
  const sources = program.sources(instance, input, [SECURITY_GROUP]);
  return sources === UNKNOWN ? [] : sources.filter(({ type }) => type === SECURITY_GROUP);
}

/** Whether a group lets the world in by one of the ports, by its own list or by rules beside it. */
function isOpen(group: Resource, program: Program): boolean | Unknown {
  const rules = program.dependents(group, RULES, "securityGroupId");
  return rules === UNKNOWN ? UNKNOWN : anyOf(...[group, ...rules].map(lets));
}

function lets(resource: Resource): boolean | Unknown {
  const facts = flatten(closedToWorld(resource, "ingress", "", (rule) => reaches(rule, PORTS)));
  const verdicts = facts.map(({ verdict }) => verdict);
  return verdicts.includes(Verdict.Fail) ? true : verdicts.includes(Verdict.Unknown) ? UNKNOWN : false;
}

/** Whether an instance gets a public address: by itself, by its subnet, or by an Elastic IP address. */
function hasPublicAddress(instance: Resource, program: Program): boolean | Unknown {
  const subnets = program.sources(instance, "subnetId", [SUBNET]);
  const given: (boolean | Unknown)[] =
    subnets === UNKNOWN
      ? [UNKNOWN]
      : subnets.filter(({ type }) => type === SUBNET).map((subnet) => is(subnet, "mapPublicIpOnLaunch", true));
  const addresses = program.dependents(instance, ADDRESSES);
  const own = get(instance, "associatePublicIpAddress");
  const bySubnet = own === undefined ? anyOf(...given) : is(instance, "associatePublicIpAddress", true);
  return anyOf(bySubnet, addresses === UNKNOWN ? UNKNOWN : addresses.length > 0);
}
