import rule from "../../../rules/ec2/network-acl-is-used";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a network ACL of no subnet",
    fails: { subnetIds: [] },
    messages: ["subnetIds is not set; name the subnets that it is for, there or by a NetworkAclAssociation. (end)"],
    passes: { "one of a subnet": { subnetIds: ["subnet-1"] } },
    passesWith: {
      "one that is associated with a subnet": [
        {
          type: "aws:ec2/networkAclAssociation:NetworkAclAssociation",
          name: "association",
          inputs: {},
          sources: { networkAclId: ["it"] },
        },
      ],
    },
  },
]);
