import { get, is, mustBe, not, where } from "../../model/facts";
import { launchOf, templateOf } from "../../model/launch";
import { Group } from "../../model/levels";
import type { Program } from "../../model/program";
import { UNKNOWN, type Unknown } from "../../model/reading";
import type { Resource } from "../../model/resource";
import { defineRule } from "../../model/rule";
import { AwsType } from "../../model/types";

const OPTIONS = "metadataOptions";

export default defineRule({
  name: "metadata-service-requires-tokens",
  requires: "The instance metadata service answers only with a token (IMDSv2).",
  fix: 'Set metadataOptions.httpTokens: "required".',
  severity: "high",
  group: Group.MetadataService,
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html",
  controls: {
    fsbp: ["EC2.8", "EC2.170", "AutoScaling.3"],
    cis: ["5.7"],
    checkov: ["CKV_AWS_79"],
    cdkNag: ["EC2IMDSv2Enabled"],
    prowler: ["ec2_instance_imdsv2_enabled", "ec2_launch_template_imdsv2_required"],
  },
  types: [
    AwsType.Instance,
    AwsType.LaunchTemplate,
    "aws:ec2/launchConfiguration:LaunchConfiguration",
    "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
  ],
  guards: [OPTIONS],
  evidence: [AwsType.LaunchTemplate],
  judge: (resource, _config, program) =>
    where(not(is(resource, `${OPTIONS}.httpEndpoint`, "disabled")), () =>
      where(not(isTemplates(resource, program)), () =>
        mustBe(resource, `${OPTIONS}.httpTokens`, "required", { absent: "optional", known: ["optional"] }),
      ),
    ),
});

/** Whether an instance leaves it to its launch template, which is judged by itself where the program makes it. */
function isTemplates(resource: Resource, program: Program): boolean | Unknown {
  const tokens = get(resource, `${OPTIONS}.httpTokens`);
  if (resource.type !== AwsType.Instance || (tokens !== undefined && tokens !== UNKNOWN)) {
    return false;
  }
  const template = templateOf(resource, launchOf(resource.type, resource.declared), program);
  return template === UNKNOWN ? UNKNOWN : template !== undefined;
}
