import rule from "../../../rules/eks/node-group-limits-remote-access";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails nodes with a key pair, which EKS opens to the world",
    fails: { remoteAccess: { ec2SshKey: "admin" } },
    messages: ["remoteAccess.sourceSecurityGroupIds is not set; name the security groups that may connect."],
    passes: {
      "nodes that say from where": { remoteAccess: { ec2SshKey: "admin", sourceSecurityGroupIds: ["sg-1"] } },
      "nodes without": { remoteAccess: undefined },
    },
  },
]);
