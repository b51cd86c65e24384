import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { eachSharedAccount, SNAPSHOT_PERMISSION, SNAPSHOT_POLICY } from "../../model/snapshot-policy";
import { mustTrustAccount, TRUSTED_ACCOUNTS, trustOf, type AccountTrust } from "../../model/trust";

export default defineRule<AccountTrust>({
  name: "snapshot-is-shared-with-trusted-accounts",
  requires: "A snapshot is shared with trusted accounts only.",
  fix: "Share it with an account of the rule's trustedAccountIds, or have the account added to them.",
  severity: "high",
  group: Group.Sharing,
  url: "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-modifying-snapshot-permissions.html",
  types: [SNAPSHOT_PERMISSION, SNAPSHOT_POLICY],
  guards: ["accountId", "policyDetails"],
  config: TRUSTED_ACCOUNTS,
  judge: (resource, config) =>
    eachSharedAccount(resource, (on, path) => mustTrustAccount(on, path, trustOf(resource, config))),
});
