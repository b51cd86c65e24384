import { mustBe } from "../../model/facts";
import { eachDevice, eachLaunch, LAUNCHES } from "../../model/launch";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";

export default defineRule({
  name: "data-volumes-outlive-their-instance",
  requires: "A data volume stays when its instance is terminated, for hosts that hold data.",
  fix: "Set deleteOnTermination: false on each device but the root.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/preserving-volumes-on-termination.html",
  types: LAUNCHES,
  guards: ["ebsBlockDevices", "blockDeviceMappings", "launchSpecifications"],
  judge: (resource) =>
    eachLaunch(resource, (launch) =>
      eachDevice(launch, (device) =>
        device.isRoot ? [] : mustBe(device, "deleteOnTermination", false, { absent: true }),
      ),
    ),
});
