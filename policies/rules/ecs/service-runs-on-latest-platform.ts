import { is, mustBe, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";

export default defineRule({
  name: "service-runs-on-latest-platform",
  requires: "An ECS service on Fargate runs on the latest version of the platform, which has the latest patches.",
  fix: 'Leave platformVersion out, or set it to "LATEST".',
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-fargate.html",
  controls: { fsbp: ["ECS.10"], checkov: ["CKV_AWS_332"], prowler: ["ecs_service_fargate_latest_platform_version"] },
  types: ["aws:ecs/service:Service"],
  guards: ["platformVersion"],
  judge: (service) =>
    where(is(service, "launchType", "FARGATE", "EC2"), () =>
      mustBe(service, "platformVersion", "LATEST", { absent: "LATEST" }),
    ),
});
