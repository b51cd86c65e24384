import { mustBe } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";

export default defineRule({
  name: "ami-supports-enhanced-networking",
  requires: "An AMI supports enhanced networking (ENA), without which current instance types do not start.",
  fix: "Set enaSupport: true.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/enhanced-networking-ena.html",
  types: ["aws:ec2/ami:Ami"],
  guards: ["enaSupport"],
  judge: (ami) => mustBe(ami, "enaSupport", true, { absent: false }),
});
