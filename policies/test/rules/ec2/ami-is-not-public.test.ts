import rule from "../../../rules/ec2/ami-is-not-public";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a permission for everybody",
    fails: { group: "all" },
    messages: ["group is all; name those who may launch the AMI."],
    passes: { "one for no group": { group: undefined } },
  },
  {
    it: "fails a distribution that lets everybody launch the AMI",
    type: "aws:imagebuilder/distributionConfiguration:DistributionConfiguration",
    fails: {
      distributions: [
        { region: "eu-west-1" },
        { amiDistributionConfiguration: { launchPermission: { userGroups: ["all"] } } },
      ],
    },
    messages: [
      "distributions[1].amiDistributionConfiguration.launchPermission.userGroups[0] is all; name those who may launch the AMI.",
    ],
    passes: {
      "one for an account": {
        distributions: [{ amiDistributionConfiguration: { launchPermission: { userIds: ["111122223333"] } } }],
      },
    },
  },
]);
