import { get, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { UNKNOWN } from "../../model/reading";
import { mustRefer } from "../../model/reference";
import { defineRule } from "../../model/rule";
import { AwsType } from "../../model/types";

export default defineRule({
  name: "node-group-limits-remote-access",
  requires: "Nodes of EKS that take a key pair say from where: else EKS opens SSH to the world.",
  fix: "Set remoteAccess.sourceSecurityGroupIds, or leave remoteAccess out.",
  severity: "high",
  group: Group.Exposure,
  url: "https://docs.aws.amazon.com/eks/latest/userguide/create-managed-node-group.html",
  controls: { checkov: ["CKV_AWS_100"] },
  types: [AwsType.NodeGroup],
  guards: ["remoteAccess"],
  evidence: [],
  judge: (group, _config, program) => {
    const key = get(group, "remoteAccess.ec2SshKey");
    return where(key === UNKNOWN ? UNKNOWN : key !== undefined, () =>
      mustRefer(group, "remoteAccess.sourceSecurityGroupIds", "name the security groups that may connect.", program),
    );
  },
});
