import { mustBe } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";

export default defineRule({
  name: "service-gives-no-public-addresses",
  requires: "The tasks of an ECS service get no public address.",
  fix: "Set networkConfiguration.assignPublicIp: false, and let a load balancer stand before the tasks.",
  severity: "high",
  group: Group.Exposure,
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking-awsvpc.html",
  controls: { fsbp: ["ECS.2", "ECS.16"], checkov: ["CKV_AWS_333"], prowler: ["ecs_service_no_assign_public_ip"] },
  types: ["aws:ecs/service:Service", "aws:ecs/taskSet:TaskSet"],
  guards: ["networkConfiguration"],
  judge: (service) => mustBe(service, "networkConfiguration.assignPublicIp", false, { absent: false }),
});
