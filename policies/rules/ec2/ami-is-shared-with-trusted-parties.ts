import { each, type Subject } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { mustTrustAccount, mustTrustOrganization, TRUST_CONFIG, trustOf, type TrustConfig } from "../../model/trust";
import { DISTRIBUTIONS } from "../../model/types";

const AMI = "amiDistributionConfiguration";

export default defineRule<TrustConfig>({
  name: "ami-is-shared-with-trusted-parties",
  requires: "An AMI is shared with trusted accounts, organisations and units only.",
  fix: "Share it with one of the rule's trustedAccountIds or trustedOrganizationArns, or have the party added to them.",
  severity: "high",
  group: Group.Sharing,
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharing-amis.html",
  controls: { checkov: ["CKV_AWS_205"] },
  types: ["aws:ec2/amiLaunchPermission:AmiLaunchPermission", ...DISTRIBUTIONS],
  guards: ["accountId", "organizationArn", "organizationalUnitArn", "distributions"],
  config: TRUST_CONFIG,
  judge: (resource, given) => {
    const config = trustOf(resource, given);
    const accounts = (on: Subject, path: string) => each(on, path, (item) => mustTrustAccount(item, "", config));
    const organizations = (on: Subject, path: string) =>
      each(on, path, (item) => mustTrustOrganization(item, "", config));
    return DISTRIBUTIONS.includes(resource.type)
      ? each(resource, "distributions", (distribution) => [
          accounts(distribution, `${AMI}.targetAccountIds`),
          accounts(distribution, `${AMI}.launchPermission.userIds`),
          organizations(distribution, `${AMI}.launchPermission.organizationArns`),
          organizations(distribution, `${AMI}.launchPermission.organizationalUnitArns`),
        ])
      : [
          mustTrustAccount(resource, "accountId", config),
          mustTrustOrganization(resource, "organizationArn", config),
          mustTrustOrganization(resource, "organizationalUnitArn", config),
        ];
  },
});
