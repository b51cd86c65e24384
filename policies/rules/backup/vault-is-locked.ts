import { anyOf, mustHave } from "../../model/facts";
import { Group } from "../../model/levels";
import { at, text, UNKNOWN, type Unknown } from "../../model/reading";
import type { Resource } from "../../model/resource";
import { defineRule } from "../../model/rule";

const LOCKS = ["aws:backup/vaultLockConfiguration:VaultLockConfiguration"];

export default defineRule({
  name: "vault-is-locked",
  requires: "A backup vault is locked, so that nobody deletes backups before their time.",
  fix: "Add a backup.VaultLockConfiguration with the vault's name.",
  severity: "medium",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html",
  types: ["aws:backup/vault:Vault"],
  evidence: LOCKS,
  judge: (vault, _config, program) => {
    const message = "No VaultLockConfiguration names the vault; add one.";
    const locks = program.all(LOCKS);
    const depend = program.dependents(vault, LOCKS, "backupVaultName");
    return mustHave(
      "name",
      locks,
      (lock) => anyOf(depend === UNKNOWN ? UNKNOWN : depend.includes(lock), sameName(lock, vault)),
      message,
    );
  },
});

function sameName(lock: Resource, vault: Resource): boolean | Unknown {
  const [named, own] = [text(at(lock.declared, "backupVaultName")), text(at(vault.declared, "name"))];
  return own === UNKNOWN ? UNKNOWN : typeof named === "string" && named === own;
}
