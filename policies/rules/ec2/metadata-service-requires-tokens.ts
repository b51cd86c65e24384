import { hasSetting } from "../../model/account";
import { get, is, mustBe, not, where } from "../../model/facts";
import { eachLaunch, LAUNCHES } from "../../model/launch";
import { unlessTemplates } from "../../model/launch/template";
import { Group } from "../../model/levels";
import type { Program } from "../../model/program";
import { UNKNOWN, type Unknown } from "../../model/reading";
import type { Resource } from "../../model/resource";
import { defineRule } from "../../model/rule";
import { AwsType } from "../../model/types";

const DEFAULTS = "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults";
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
    cis: ["5.7", "6.7"],
    checkov: ["CKV_AWS_79"],
    cdkNag: ["EC2IMDSv2Enabled"],
    prowler: [
      "ec2_instance_imdsv2_enabled",
      "ec2_launch_template_imdsv2_required",
      "autoscaling_group_launch_configuration_requires_imdsv2",
    ],
  },
  // A spot fleet cannot say it of its own launch specifications.
  types: LAUNCHES.filter((type) => type !== AwsType.SpotFleetRequest),
  guards: [OPTIONS],
  evidence: [AwsType.LaunchTemplate, DEFAULTS],
  judge: (resource, _config, program) =>
    eachLaunch(resource, (launch) =>
      where(not(is(launch, `${OPTIONS}.httpEndpoint`, "disabled")), () =>
        unlessTemplates(resource, launch, `${OPTIONS}.httpTokens`, program, () =>
          where(not(get(launch, `${OPTIONS}.httpTokens`) === undefined && isDefault(resource, program)), () =>
            mustBe(launch, `${OPTIONS}.httpTokens`, "required", { absent: "optional", known: ["optional"] }),
          ),
        ),
      ),
    ),
  remediate: requireTokens,
});

/** Whether the account makes it the default before the program makes the resource. */
function isDefault(resource: Resource, program: Program): boolean | Unknown {
  return hasSetting(resource, DEFAULTS, program, (setting) => is(setting, "httpTokens", "required"));
}

/** In place, where nothing is replaced by it, and where it is not left to a launch template. */
function requireTokens(properties: Record<string, unknown>, resource: Resource): void {
  const inPlace = resource.type === AwsType.Instance || resource.type === AwsType.LaunchTemplate;
  const off = is(resource, `${OPTIONS}.httpEndpoint`, "disabled") === true;
  const tokens = get(resource, `${OPTIONS}.httpTokens`);
  const left = tokens === undefined && get(resource, "launchTemplate") !== undefined;
  if (inPlace && !off && !left && tokens !== UNKNOWN) {
    const options = [(properties[OPTIONS] ??= {})].flat()[0] as Record<string, unknown>;
    options.httpTokens = "required";
  }
}
