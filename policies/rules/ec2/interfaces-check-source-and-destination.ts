import { mustBe } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { AwsType } from "../../model/types";

export default defineRule({
  name: "interfaces-check-source-and-destination",
  requires: "A network interface takes only what is addressed to it, and sends only what is its own.",
  fix: "Set sourceDestCheck: true, unless the instance routes for others.",
  severity: "medium",
  group: Group.Hygiene,
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html",
  controls: { fsbp: ["EC2.180"] },
  types: [AwsType.Instance, AwsType.SpotInstanceRequest, "aws:ec2/networkInterface:NetworkInterface"],
  guards: ["sourceDestCheck"],
  judge: (resource) => mustBe(resource, "sourceDestCheck", true, { absent: true }),
  remediate: (properties) => (properties.sourceDestCheck = true),
});
