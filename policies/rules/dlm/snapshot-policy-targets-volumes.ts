import { hasAnyTag } from "../../model/backup-coverage";
import { get, is, mustHave, not, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { UNKNOWN } from "../../model/reading";
import { defineRule } from "../../model/rule";
import { SNAPSHOT_POLICY } from "../../model/snapshot-policy";
import { AwsType } from "../../model/types";

const TARGETS = [AwsType.Volume, AwsType.Instance];

export default defineRule({
  name: "snapshot-policy-targets-volumes",
  requires: "A lifecycle policy targets a volume or an instance of the program, if that makes any.",
  fix: "Give the volumes one of the policy's targetTags, or correct these.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/ebs/latest/userguide/snapshot-ami-policy.html",
  types: [SNAPSHOT_POLICY],
  guards: ["policyDetails"],
  evidence: TARGETS,
  judge: (policy, _config, program) => {
    const targets = program.all(TARGETS);
    return targets !== UNKNOWN && targets.length === 0
      ? []
      : where(not(is(policy, "defaultPolicy", ["VOLUME", "INSTANCE"])), () =>
          where(not(is(policy, "policyDetails.policyType", "EVENT_BASED_POLICY")), () =>
            mustHave(
              "policyDetails.targetTags",
              targets,
              (target) => hasAnyTag(target, get(policy, "policyDetails.targetTags")),
              "No volume or instance of the program has one of policyDetails.targetTags; give it to those that are to be backed up.",
            ),
          ),
        );
  },
});
