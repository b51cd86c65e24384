import rule from "../../../rules/ec2/flow-log-keeps-refusals";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a flow log of what was let through alone",
    fails: { vpcId: "vpc-1", trafficType: "ACCEPT" },
    messages: ['trafficType is ACCEPT; set it to "ALL" or "REJECT".'],
    passes: {
      everything: { trafficType: "ALL" },
      "what was refused": { trafficType: "REJECT" },
      "a transit gateway's": { transitGatewayId: "tgw-1" },
      "an attachment's": { transitGatewayAttachmentId: "tgw-attach-1" },
    },
  },
  {
    it: "fails a flow log that does not say what it keeps",
    fails: { vpcId: "vpc-1" },
    messages: ['trafficType is not set; set it to "ALL" or "REJECT".'],
    passes: { everything: { trafficType: "ALL" } },
  },
]);
