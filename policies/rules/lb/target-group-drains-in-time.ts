import { number } from "../../model/config";
import { is, mustHold, not, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { TARGET_GROUPS } from "../../model/types";

interface DrainConfig {
  minimumSeconds: number;
  maximumSeconds: number;
  minimumSlowStartSeconds: number;
}

export default defineRule<DrainConfig>({
  name: "target-group-drains-in-time",
  requires: "A target group lets requests end before a target goes, and waits no longer than the longest may take.",
  fix: "Set deregistrationDelay to the seconds that the longest request takes.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html",
  types: TARGET_GROUPS,
  guards: ["deregistrationDelay", "slowStart"],
  config: {
    minimumSeconds: number("How many seconds a target has at least for the requests that it still serves", 1, 0, 3600),
    maximumSeconds: number("How many seconds a target may take at most until it is gone", 300, 0, 3600),
    minimumSlowStartSeconds: number(
      "Over how many seconds at least a new HTTP target gets its share of requests",
      0,
      0,
      900,
    ),
  },
  judge: (group, { minimumSeconds, maximumSeconds, minimumSlowStartSeconds }) => [
    where(not(is(group, "targetType", "lambda")), () =>
      mustHold(
        group,
        "deregistrationDelay",
        (delay) => minimumSeconds <= Number(delay) && Number(delay) <= maximumSeconds,
        {
          absent: 300,
          change: `set it to ${minimumSeconds} to ${maximumSeconds} seconds.`,
        },
      ),
    ),
    where(is(group, "protocol", ["HTTP", "HTTPS"]), () =>
      mustHold(group, "slowStart", (seconds) => Number(seconds) >= minimumSlowStartSeconds, {
        absent: 0,
        change: `set it to at least ${minimumSlowStartSeconds} seconds.`,
      }),
    ),
  ],
});
