import { is, mustBe, where } from "../../model/facts";
import { eachUnlessTemplates, LAUNCHES } from "../../model/launch";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { AwsType } from "../../model/types";

/** The types that can be optimised and are not by themselves. Of all others the setting changes nothing. */
const NOT_BY_DEFAULT = [
  ...["c1.xlarge", "c3.xlarge", "c3.2xlarge", "c3.4xlarge", "g2.2xlarge", "i2.xlarge", "i2.2xlarge", "i2.4xlarge"],
  ...["m1.large", "m1.xlarge", "m2.2xlarge", "m2.4xlarge", "m3.xlarge", "m3.2xlarge", "r3.xlarge", "r3.2xlarge"],
  "r3.4xlarge",
];

/** Where checkov fails every instance that does not say it, AWS's list of types that need it decides here. */
export default defineRule({
  name: "instances-are-ebs-optimized",
  requires: "An instance has bandwidth of its own for EBS.",
  fix: "Set ebsOptimized: true, or take an instance type of a current generation.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ebs-optimized.html",
  controls: { checkov: ["CKV_AWS_135"], cdkNag: ["EC2EBSOptimizedInstance"] },
  types: LAUNCHES,
  guards: ["ebsOptimized", "instanceType"],
  evidence: [AwsType.LaunchTemplate],
  judge: (resource, _config, program) =>
    eachUnlessTemplates(resource, "ebsOptimized", program, (launch) =>
      where(is(launch, "instanceType", NOT_BY_DEFAULT), () => mustBe(launch, "ebsOptimized", true, { absent: false })),
    ),
});
