import { APPROVAL_EVIDENCE, judgeOrigin } from "../../model/ami-approval";
import { APPROVAL_CONFIG, type ApprovalConfig } from "../../model/approval-config";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { AwsType } from "../../model/types";

export default defineRule<ApprovalConfig>({
  name: "ami-has-approved-origin",
  requires: "What a program copies an AMI from, or makes one of, is approved.",
  fix: "Copy an approved AMI, or make one of an instance that launches an approved AMI.",
  severity: "high",
  group: Group.Approval,
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/AMIs.html",
  types: [AwsType.AmiCopy, AwsType.AmiFromInstance],
  guards: ["sourceAmiId"],
  evidence: [...APPROVAL_EVIDENCE, AwsType.Instance, AwsType.LaunchTemplate],
  config: APPROVAL_CONFIG,
  judge: judgeOrigin,
});
