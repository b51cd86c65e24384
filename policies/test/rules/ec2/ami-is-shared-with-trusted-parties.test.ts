import rule from "../../../rules/ec2/ami-is-shared-with-trusted-parties";
import { describeRule } from "../../support/table";

const ORGANIZATION = "arn:aws:organizations::111111111111:organization/o-own";
const settings = {
  trustedAccountIds: ["111111111111"],
  trustedOrganizationArns: [ORGANIZATION, "arn:aws:organizations::111111111111:ou/o-own/*"],
};

describeRule(rule, [
  {
    it: "fails an account that the configuration does not trust",
    fails: { accountId: "999999999999" },
    settings,
    messages: ["accountId is another value; name an account of the rule's trustedAccountIds."],
    passes: { "a trusted account": { accountId: "111111111111" } },
  },
  {
    it: "fails any account while the configuration trusts none",
    fails: { accountId: "111111111111" },
    messages: ["accountId is another value; name an account of the rule's trustedAccountIds."],
    passes: {},
  },
  {
    it: "fails another organisation",
    fails: { organizationArn: "arn:aws:organizations::999999999999:organization/o-other" },
    settings,
    messages: [
      "organizationArn is another value; name an organisation or a unit of the rule's trustedOrganizationArns.",
    ],
    passes: { "the trusted one": { organizationArn: ORGANIZATION } },
  },
  {
    it: "fails a unit of another organisation",
    fails: { organizationalUnitArn: "arn:aws:organizations::111111111111:ou/o-other/ou-1" },
    settings,
    messages: [
      "organizationalUnitArn is another value; name an organisation or a unit of the rule's trustedOrganizationArns.",
    ],
    passes: {
      "a unit of the trusted one": { organizationalUnitArn: "arn:aws:organizations::111111111111:ou/o-own/ou-2" },
    },
  },
  {
    it: "fails every other party of a distribution",
    type: "aws:imagebuilder/distributionConfiguration:DistributionConfiguration",
    settings,
    fails: {
      distributions: [
        {
          amiDistributionConfiguration: {
            targetAccountIds: ["999999999999"],
            launchPermission: {
              userIds: ["111111111111", "999999999999"],
              organizationArns: ["arn:aws:organizations::999999999999:organization/o-other"],
              organizationalUnitArns: ["arn:aws:organizations::111111111111:ou/o-other/ou-1"],
            },
          },
        },
      ],
    },
    messages: [
      "distributions[0].amiDistributionConfiguration.targetAccountIds[0] is another value; name an account of the rule's trustedAccountIds.",
      "distributions[0].amiDistributionConfiguration.launchPermission.userIds[1] is another value; name an account of the rule's trustedAccountIds.",
      "distributions[0].amiDistributionConfiguration.launchPermission.organizationArns[0] is another value; name an organisation or a unit of the rule's trustedOrganizationArns.",
      "distributions[0].amiDistributionConfiguration.launchPermission.organizationalUnitArns[0] is another value; name an organisation or a unit of the rule's trustedOrganizationArns.",
    ],
    passes: {
      "one that names trusted parties": {
        distributions: [
          {
            amiDistributionConfiguration: {
              targetAccountIds: ["111111111111"],
              launchPermission: { organizationArns: [ORGANIZATION] },
            },
          },
        ],
      },
    },
  },
  {
    it: "fails another account than the resource's own",
    fails: { accountId: "111111111111" },
    more: { providerInputs: { allowedAccountIds: JSON.stringify(["222222222222"]) } },
    messages: ["accountId is another value; name an account of the rule's trustedAccountIds."],
    passes: { "its own": { accountId: "222222222222" } },
  },
]);
