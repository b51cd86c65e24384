import { unless } from "../../model/facts";
import { eachUnlessTemplates, LAUNCHES } from "../../model/launch";
import { Group } from "../../model/levels";
import { mustRefer } from "../../model/reference";
import { defineRule } from "../../model/rule";
import { AwsType } from "../../model/types";

const PROFILE = "iamInstanceProfile";
const CHANGE = "name the instance profile of a role that may do what the instance does.";

export default defineRule({
  name: "instances-have-instance-profile",
  requires: "An instance has a role, so that nobody leaves keys on it.",
  fix: "Set iamInstanceProfile to the profile of a role that may do what the instance does, and no more.",
  severity: "medium",
  group: Group.Hygiene,
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2_instance-profiles.html",
  controls: {
    cis: ["1.17", "2.17"],
    checkov: ["CKV2_AWS_41"],
    cdkNag: ["EC2InstanceProfileAttached"],
    prowler: ["ec2_instance_profile_attached"],
  },
  types: LAUNCHES,
  guards: [PROFILE],
  evidence: [AwsType.LaunchTemplate],
  judge: (resource, _config, program) =>
    eachUnlessTemplates(resource, PROFILE, program, (launch) =>
      unless(
        mustRefer(resource, PROFILE, CHANGE, program, launch),
        mustRefer(resource, `${PROFILE}Arn`, CHANGE, program, launch),
      ),
    ),
});
