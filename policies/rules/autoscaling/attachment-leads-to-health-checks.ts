import { mustBeSet } from "../../model/facts";
import { Group } from "../../model/levels";
import type { Program } from "../../model/program";
import { UNKNOWN } from "../../model/reading";
import type { Resource } from "../../model/resource";
import { defineRule } from "../../model/rule";
import { CLASSIC_LOAD_BALANCERS, TARGET_GROUPS } from "../../model/types";
import type { Facts } from "../../model/verdict";

const ATTACHMENT = "aws:autoscaling/attachment:Attachment";

/** Judges what a field leads to, as far as the program makes it. */
function judgeTargets(attachment: Resource, path: string, types: string[], program: Program): Facts {
  const sources = program.sources(attachment, path, types);
  const targets = sources === UNKNOWN ? [] : sources.filter(({ type }) => types.includes(type));
  return targets.map((target) => ({
    ...mustBeSet(target, "healthCheck", `set it, for ${path} leads there.`),
    subject: path,
  }));
}

export default defineRule({
  name: "attachment-leads-to-health-checks",
  requires: "What an Auto Scaling group is attached to checks the health of its instances.",
  fix: "Set healthCheck on the target group or the classic load balancer.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-health-checks.html",
  controls: { checkov: ["CKV2_AWS_15"] },
  types: [ATTACHMENT],
  evidence: [...TARGET_GROUPS, ...CLASSIC_LOAD_BALANCERS],
  judge: (attachment, _config, program) =>
    [
      judgeTargets(attachment, "lbTargetGroupArn", TARGET_GROUPS, program),
      judgeTargets(attachment, "elb", CLASSIC_LOAD_BALANCERS, program),
    ].flat(),
});
