import rule from "../../../rules/ec2/transit-gateway-asks-before-it-accepts";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a transit gateway that accepts by itself",
    fails: { autoAcceptSharedAttachments: "enable" },
    messages: ['autoAcceptSharedAttachments is enable; set it to "disable".'],
    passes: {
      "one that asks": { autoAcceptSharedAttachments: "disable" },
      "one that says nothing": { autoAcceptSharedAttachments: undefined },
    },
    remediated: { autoAcceptSharedAttachments: "disable" },
  },
]);
