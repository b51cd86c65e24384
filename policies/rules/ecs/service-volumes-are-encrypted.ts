import { mustBe } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";

export default defineRule({
  name: "service-volumes-are-encrypted",
  requires: "The EBS volumes that ECS makes for a service's tasks are encrypted.",
  fix: "Leave volumeConfiguration.managedEbsVolume.encrypted out, or set it to true.",
  severity: "high",
  group: Group.Encryption,
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ebs-kms-encryption.html",
  types: ["aws:ecs/service:Service"],
  guards: ["volumeConfiguration"],
  judge: (service) => mustBe(service, "volumeConfiguration.managedEbsVolume.encrypted", true, { absent: true }),
});
