import { mustBe } from "../../model/facts";
import { eachDevice, eachLaunch, LAUNCHES } from "../../model/launch";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";

export default defineRule({
  name: "volumes-end-with-their-instance",
  requires:
    "A volume that is launched with an instance is deleted with it, so that no forgotten copy of its data stays.",
  fix: "Leave deleteOnTermination out, or set it to true.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/preserving-volumes-on-termination.html",
  controls: { awsguard: ["ec2VolumeInUse"] },
  types: LAUNCHES,
  guards: ["rootBlockDevice", "ebsBlockDevices", "blockDeviceMappings", "launchSpecifications"],
  judge: (resource) =>
    eachLaunch(resource, (launch) =>
      eachDevice(launch, (device) => mustBe(device, "deleteOnTermination", true, { absent: true })),
    ),
});
