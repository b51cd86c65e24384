import { hasSetting } from "../../model/account";
import { allOf, anyOf, fieldOf, get, is, mustBe, not, where } from "../../model/facts";
import { eachLaunch, LAUNCHES } from "../../model/launch";
import type { Launch } from "../../model/launch/shape";
import { unlessTemplates } from "../../model/launch/template";
import { Group } from "../../model/levels";
import type { Program } from "../../model/program";
import { UNKNOWN, type Unknown } from "../../model/reading";
import type { Resource } from "../../model/resource";
import { defineRule } from "../../model/rule";
import { AwsType } from "../../model/types";
import { fail } from "../../model/verdict";

const DEFAULTS = "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults";
const OPTIONS = "metadataOptions";
const TOKENS = `${OPTIONS}.httpTokens`;

export default defineRule({
  name: "metadata-service-requires-tokens",
  requires: "The instance metadata service answers only with a token (IMDSv2).",
  fix: 'Set metadataOptions.httpTokens: "required".',
  severity: "high",
  group: Group.MetadataService,
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html",
  controls: {
    fsbp: ["EC2.8", "EC2.170", "AutoScaling.3"],
    cis: ["5.7", "6.7"],
    checkov: ["CKV_AWS_79"],
    cdkNag: ["EC2IMDSv2Enabled"],
    prowler: [
      "ec2_instance_imdsv2_enabled",
      "ec2_launch_template_imdsv2_required",
      "autoscaling_group_launch_configuration_requires_imdsv2",
    ],
  },
  types: LAUNCHES,
  guards: [OPTIONS],
  evidence: [AwsType.LaunchTemplate, AwsType.Ami, DEFAULTS],
  judge: (resource, _config, program) =>
    eachLaunch(resource, (launch) =>
      where(not(is(launch, `${OPTIONS}.httpEndpoint`, "disabled")), () =>
        unlessTemplates(resource, launch, TOKENS, program, () =>
          where(not(get(launch, TOKENS) === undefined && isDefault(resource, launch, program)), () =>
            resource.type === AwsType.SpotFleetRequest
              ? fail(fieldOf(launch, ""), `${fieldOf(launch, "")} ${NO_OPTIONS}`)
              : mustBe(launch, TOKENS, "required", { absent: "optional", known: ["optional"] }),
          ),
        ),
      ),
    ),
  remediate: requireTokens,
});

const NO_OPTIONS =
  "cannot require tokens, and AWS takes optional then; name a launch template in launchTemplateConfigs.";

/** Whether the account makes it the default before the program makes the resource, or the AMI does. */
function isDefault(resource: Resource, launch: Launch, program: Program): boolean | Unknown {
  const amis = program.sources(resource, launch.image.input, [AwsType.Ami]);
  const byImage =
    amis === UNKNOWN ? UNKNOWN : amis.length > 0 && allOf(...amis.map((ami) => is(ami, "imdsSupport", "v2.0")));
  const byAccount = hasSetting(resource, DEFAULTS, program, (setting) => is(setting, "httpTokens", "required"));
  return anyOf(byAccount, byImage);
}

/** In place, where nothing is replaced by it, and where it is not left to a launch template. */
function requireTokens(properties: Record<string, unknown>, resource: Resource): void {
  const inPlace = resource.type === AwsType.Instance || resource.type === AwsType.LaunchTemplate;
  const off = is(resource, `${OPTIONS}.httpEndpoint`, "disabled") === true;
  const tokens = get(resource, TOKENS);
  const left = tokens === undefined && get(resource, "launchTemplate") !== undefined;
  if (inPlace && !off && !left && tokens !== UNKNOWN) {
    const options = [(properties[OPTIONS] ??= {})].flat()[0] as Record<string, unknown>;
    options.httpTokens = "required";
  }
}
