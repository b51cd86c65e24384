import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";

export default defineRule({
  name: "waivers-are-valid",
  requires: "Every waiver is well formed, has not expired and waives something.",
  fix: "Correct or remove the waiver in waivers.yaml.",
  severity: "high",
  group: Group.Approval,
  url: "https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_Workflow.html",
  types: ["pulumi:pulumi:Stack"],
  evidence: [],
  judge: (_stack, _config, program) => program.waiverMistakes(),
});
