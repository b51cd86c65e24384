import { anyOf, each, get, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { list, UNKNOWN, type Unknown } from "../../model/reading";
import { defineRule } from "../../model/rule";
import { fail, unknown } from "../../model/verdict";
import { isWorld } from "../../model/world";

const FIELD = "ec2Attributes";
const GROUP = "aws:ec2/securityGroup:SecurityGroup";

export default defineRule({
  name: "cluster-is-closed-to-the-world",
  requires: "The security groups of an EMR cluster let nobody in from the whole internet.",
  fix: "Name the networks that may connect in the ingress of the cluster's security groups.",
  severity: "high",
  group: Group.Exposure,
  url: "https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-security-groups.html",
  controls: { checkov: ["CKV2_AWS_7"] },
  types: ["aws:emr/cluster:Cluster"],
  guards: [FIELD],
  evidence: [GROUP],
  judge: (cluster, _config, program) => {
    const groups = program.sources(cluster, FIELD, [GROUP]);
    if (groups === UNKNOWN) {
      return unknown(FIELD, `${FIELD} may name security groups that are open to the world.`);
    }
    return groups
      .filter(({ type }) => type === GROUP)
      .flatMap((group) =>
        each(group, "ingress", (rule) => {
          const open = ["cidrBlocks", "ipv6CidrBlocks"].flatMap((path): (boolean | Unknown)[] => {
            const cidrs = list(get(rule, path));
            return cidrs === UNKNOWN ? [UNKNOWN] : cidrs.map(isWorld);
          });
          return where(anyOf(...open), () =>
            fail(
              FIELD,
              `${FIELD} names a security group that is open to the world; name the networks that may connect.`,
            ),
          );
        }),
      );
  },
});
