import { number } from "../../model/config";
import { is, mustHold, not, where } from "../../model/facts";
import { eachLaunch, LAUNCHES } from "../../model/launch";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { AwsType } from "../../model/types";

interface HopConfig {
  maximumHopLimit: number;
}

const OPTIONS = "metadataOptions";

export default defineRule<HopConfig>({
  name: "metadata-responses-stay-within-hop-limit",
  requires: "Answers of the instance metadata service travel no further than the instance.",
  fix: "Set metadataOptions.httpPutResponseHopLimit: 1, or to the rule's maximumHopLimit where containers need the service.",
  severity: "low",
  group: Group.MetadataService,
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-IMDS-new-instances.html",
  controls: { fsbp: ["AutoScaling.4"], checkov: ["CKV_AWS_341"] },
  types: LAUNCHES.filter((type) => type !== AwsType.SpotFleetRequest),
  guards: [OPTIONS],
  config: {
    maximumHopLimit: number(
      "How many hops an answer may travel: 1 stays on the instance, 2 reaches its containers",
      1,
      1,
      64,
    ),
  },
  // What is not set is 1, or what the AMI's owner has set, which is judged where the AMI is made.
  judge: (resource, { maximumHopLimit }) =>
    eachLaunch(resource, (launch) =>
      where(not(is(launch, `${OPTIONS}.httpEndpoint`, "disabled")), () =>
        mustHold(launch, `${OPTIONS}.httpPutResponseHopLimit`, (limit) => Number(limit) <= maximumHopLimit, {
          absent: 1,
          change: `set it to ${maximumHopLimit} at most.`,
        }),
      ),
    ),
});
