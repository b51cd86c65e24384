import rule from "../../../rules/backup/vault-is-locked";
import { UNKNOWN_VALUE, type Registration } from "../../support/pack";
import { describeRule } from "../../support/table";

const lock = (backupVaultName: string, sources: Record<string, string[]> = {}): Registration => ({
  type: "aws:backup/vaultLockConfiguration:VaultLockConfiguration",
  name: "lock",
  inputs: { backupVaultName },
  sources,
});

describeRule(rule, [
  {
    it: "fails a vault without a lock",
    fails: { name: "backups" },
    messages: ["No VaultLockConfiguration names the vault; add one. (end)"],
    passes: {},
    passesWith: {
      "one with a lock": [lock(UNKNOWN_VALUE, { backupVaultName: ["it"] })],
      "one with a lock by its name": [lock("backups")],
    },
  },
  {
    it: "fails one beside another vault's lock",
    fails: { name: "backups" },
    later: [lock("archive")],
    messages: ["No VaultLockConfiguration names the vault; add one. (end)"],
    passes: { "the vault that is locked": { name: "archive" } },
  },
]);
