import { mustBeSet, mustHave, unless } from "../../model/facts";
import { Group } from "../../model/levels";
import { NETWORK_ACL } from "../../model/network-acl";
import { defineRule } from "../../model/rule";

const ASSOCIATION = "aws:ec2/networkAclAssociation:NetworkAclAssociation";

export default defineRule({
  name: "network-acl-is-used",
  requires: "A network ACL belongs to a subnet.",
  fix: "Set subnetIds, add an ec2.NetworkAclAssociation, or delete the network ACL.",
  severity: "low",
  group: Group.Hygiene,
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-16",
  controls: { fsbp: ["EC2.16"], checkov: ["CKV2_AWS_1"] },
  types: [NETWORK_ACL],
  evidence: [ASSOCIATION],
  judge: (acl, _config, program) => {
    const stated = mustBeSet(acl, "subnetIds", "name the subnets that it is for, there or by a NetworkAclAssociation.");
    return unless(
      stated,
      mustHave("subnetIds", program.dependents(acl, [ASSOCIATION], "networkAclId"), () => true, ""),
    );
  },
});
