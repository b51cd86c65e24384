import { anyOf, get, mustBe, not, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { UNKNOWN, type Unknown } from "../../model/reading";
import type { Resource } from "../../model/resource";
import { defineRule } from "../../model/rule";

export default defineRule({
  name: "flow-log-keeps-refusals",
  requires: "A flow log keeps the traffic that was refused.",
  fix: "Set trafficType to ALL or REJECT.",
  severity: "low",
  group: Group.Hygiene,
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-6",
  controls: { fsbp: ["EC2.6"] },
  types: ["aws:ec2/flowLog:FlowLog"],
  guards: ["trafficType"],
  // A transit gateway's log has no kinds of traffic.
  judge: (log) =>
    where(not(anyOf(isStated(log, "transitGatewayId"), isStated(log, "transitGatewayAttachmentId"))), () =>
      mustBe(log, "trafficType", ["ALL", "REJECT"], { known: ["ACCEPT"] }),
    ),
});

function isStated(log: Resource, path: string): boolean | Unknown {
  const id = get(log, path);
  return id === UNKNOWN ? UNKNOWN : id !== undefined;
}
