import { mustBeSet, unless } from "../../model/facts";
import { eachLaunch } from "../../model/launch";
import { templateOf } from "../../model/launch/template";
import { Group } from "../../model/levels";
import { UNKNOWN, type Unknown } from "../../model/reading";
import type { Resource } from "../../model/resource";
import { mustRefer } from "../../model/reference";
import { defineRule } from "../../model/rule";
import { AwsType } from "../../model/types";
import { unknown, type Fact } from "../../model/verdict";

const CHANGE = "name a subnet of the program's own network.";

export default defineRule({
  name: "instance-names-its-subnet",
  requires: "An instance names its subnet: else AWS launches it in the default VPC, which faces the internet.",
  fix: "Set subnetId, or attach a network interface.",
  severity: "medium",
  group: Group.Hygiene,
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html",
  controls: { cdkNag: ["EC2InstancesInVPC"] },
  types: [AwsType.Instance, AwsType.SpotInstanceRequest, AwsType.SpotFleetRequest],
  guards: ["subnetId"],
  evidence: [AwsType.LaunchTemplate],
  judge: (resource, _config, program) =>
    eachLaunch(resource, (launch) => {
      const set = (path: string) => mustRefer(resource, path, CHANGE, program, launch);
      const template = templateOf(resource, launch, program);
      const own = ["networkInterfaces", "primaryNetworkInterface"].map(set);
      return unless(set("subnetId"), ...own, ...interfacesOf(template));
    }),
});

/** What a launch template says of interfaces; one from elsewhere may say anything. */
function interfacesOf(template: Resource | Unknown | undefined): Fact[] {
  if (template === UNKNOWN) {
    return [unknown("launchTemplate", "")];
  }
  return template === undefined ? [] : [mustBeSet(template, "networkInterfaces", CHANGE)];
}
