import { numbers } from "../../model/config";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { closedToWorld, INGRESS_GUARDS, INGRESS_TYPES, reaches, TCP_ONLY } from "../../model/traffic";

interface PortsConfig {
  highRiskPorts: number[];
}

/** Those of Security Hub's control, then further databases, caches, queues and shares that need no login or a weak one. */
const HIGH_RISK_PORTS = [
  ...[20, 21, 22, 23, 25, 110, 135, 143, 445, 1433, 1434, 3000, 3306, 3389, 4333, 5000, 5432, 5500, 5601, 8080, 8088],
  ...[8888, 9200, 9300],
  ...[111, 137, 138, 139, 389, 636, 1521, 2049, 2375, 2379, 2380, 2483, 2484, 5900, 5985, 5986, 6379, 7000, 7001, 7199],
  ...[9042, 9092, 9160, 11211, 27017, 27018, 27019],
];

export default defineRule<PortsConfig>({
  name: "high-risk-ports-are-closed-to-the-world",
  requires: "A security group opens none of the ports to the world that are attacked the most.",
  fix: "Name the networks that may connect.",
  severity: "critical",
  group: Group.Exposure,
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-19",
  controls: {
    fsbp: ["EC2.19"],
    cdkNag: ["EC2RestrictedCommonPorts"],
    prowler: [
      "ec2_securitygroup_allow_ingress_from_internet_to_high_risk_tcp_ports",
      "ec2_securitygroup_allow_ingress_from_internet_to_port_mongodb_27017_27018",
      "ec2_securitygroup_allow_ingress_from_internet_to_tcp_ftp_port_20_21",
      "ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_cassandra_7199_9160_8888",
      "ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_elasticsearch_kibana_9200_9300_5601",
      "ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_kafka_9092",
      "ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_memcached_11211",
      "ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_mysql_3306",
      "ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_oracle_1521_2483",
      "ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_postgres_5432",
      "ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_redis_6379",
      "ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_sql_server_1433_1434",
      "ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_telnet_23",
    ],
  },
  types: INGRESS_TYPES,
  guards: INGRESS_GUARDS,
  config: { highRiskPorts: numbers("The ports that nobody may open to the world", HIGH_RISK_PORTS, 65535) },
  judge: (resource, { highRiskPorts }) =>
    closedToWorld(resource, "ingress", "one of the rule's highRiskPorts", (rule) =>
      reaches(rule, highRiskPorts, TCP_ONLY),
    ),
});
