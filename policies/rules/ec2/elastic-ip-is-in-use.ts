import { mustHave, unless } from "../../model/facts";
import { Group } from "../../model/levels";
import { mustRefer } from "../../model/reference";
import { defineRule } from "../../model/rule";

const CHANGE = "attach the address, or give it back.";

export default defineRule({
  name: "elastic-ip-is-in-use",
  requires: "An Elastic IP address is attached, so that nobody pays for it in vain, or forgets what trusts it.",
  fix: "Name the address's instance or network interface, associate it, or give it back.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/elastic-ip-addresses-eip.html",
  controls: { fsbp: ["EC2.12"], checkov: ["CKV2_AWS_19"], prowler: ["ec2_elastic_ip_unassigned"] },
  types: ["aws:ec2/eip:Eip"],
  guards: ["instance", "networkInterface"],
  evidence: [],
  judge: (address, _config, program) =>
    unless(
      mustRefer(address, "instance", CHANGE, program),
      mustRefer(address, "networkInterface", CHANGE, program),
      mustHave("users", program.dependents(address), () => true, CHANGE),
    ),
});
