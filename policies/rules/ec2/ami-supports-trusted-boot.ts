import { mustBe } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";

export default defineRule({
  name: "ami-supports-trusted-boot",
  requires: "An AMI boots by UEFI and has a trusted platform module (NitroTPM).",
  fix: 'Set bootMode: "uefi" and tpmSupport: "v2.0".',
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/enable-nitrotpm-support-on-ami.html",
  types: ["aws:ec2/ami:Ami"],
  guards: ["bootMode", "tpmSupport"],
  judge: (ami) => [
    mustBe(ami, "bootMode", ["uefi", "uefi-preferred"], { known: ["legacy-bios"] }),
    mustBe(ami, "tpmSupport", "v2.0"),
  ],
});
