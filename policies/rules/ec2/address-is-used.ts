import { mustBeSet, mustHave, unless } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";

export default defineRule({
  name: "address-is-used",
  requires: "An Elastic IP address belongs to something.",
  fix: "Give it to an instance, a network interface, a NAT gateway or a load balancer, or release it.",
  severity: "low",
  group: Group.Hygiene,
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-12",
  controls: { fsbp: ["EC2.12"], checkov: ["CKV2_AWS_19"], prowler: ["ec2_elastic_ip_unassigned"] },
  types: ["aws:ec2/eip:Eip"],
  evidence: [],
  judge: (address, _config, program) => {
    const stated = ["instance", "networkInterface"].map((path) =>
      mustBeSet(address, path, "give the address to something, or release it."),
    );
    return unless(
      stated[0]!,
      stated[1]!,
      mustHave("instance", program.dependents(address), () => true, ""),
    );
  },
});
