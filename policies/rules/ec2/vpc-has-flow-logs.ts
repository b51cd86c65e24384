import { mustHave } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";

const FLOW_LOG = "aws:ec2/flowLog:FlowLog";

export default defineRule({
  name: "vpc-has-flow-logs",
  requires: "A VPC has flow logs.",
  fix: "Add an ec2.FlowLog with the VPC's id as vpcId.",
  severity: "medium",
  group: Group.Hygiene,
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-6",
  controls: {
    fsbp: ["EC2.6"],
    cis: ["3.9"],
    checkov: ["CKV2_AWS_11"],
    cdkNag: ["VPCFlowLogsEnabled", "AwsSolutions-VPC7"],
    prowler: ["vpc_flow_logs_enabled"],
  },
  types: ["aws:ec2/vpc:Vpc", "aws:ec2/defaultVpc:DefaultVpc"],
  evidence: [FLOW_LOG],
  judge: (vpc, _config, program) =>
    mustHave(
      "flowLog",
      program.dependents(vpc, [FLOW_LOG], "vpcId"),
      () => true,
      "The VPC has no flow logs; add a FlowLog with its id as vpcId.",
    ),
});
