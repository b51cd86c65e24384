import { Group } from "../../model/levels";
import { mustRefer } from "../../model/reference";
import { defineRule } from "../../model/rule";

export default defineRule({
  name: "cluster-has-security-configuration",
  requires: "An EMR cluster has a security configuration, without which it encrypts no disk.",
  fix: "Set securityConfiguration to an emr.SecurityConfiguration that encrypts local disks and EBS volumes.",
  severity: "high",
  group: Group.Encryption,
  url: "https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-security-configurations.html",
  controls: { checkov: ["CKV2_AWS_55"] },
  types: ["aws:emr/cluster:Cluster"],
  guards: ["securityConfiguration"],
  evidence: [],
  judge: (cluster, _config, program) =>
    mustRefer(cluster, "securityConfiguration", "name a security configuration that encrypts its disks.", program),
});
