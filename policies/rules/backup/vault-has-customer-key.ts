import { CUSTOMER_KEYS, mustBeCustomerKey } from "../../model/customer-key";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";

const VAULT = "aws:backup/vault:Vault";
const AIR_GAPPED_VAULT = "aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault";

export default defineRule({
  name: "vault-has-customer-key",
  requires: "A backup vault is encrypted with a customer-managed key.",
  fix: "Set kmsKeyArn, or an air-gapped vault's encryptionKeyArn, to the ARN of your key.",
  severity: "medium",
  group: Group.CustomerKeys,
  url: "https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html",
  controls: { checkov: ["CKV_AWS_166"], prowler: ["backup_vaults_encrypted"] },
  types: [VAULT, AIR_GAPPED_VAULT],
  guards: ["kmsKeyArn"],
  evidence: CUSTOMER_KEYS,
  judge: (vault, _config, program) =>
    mustBeCustomerKey(vault, vault, vault.type === VAULT ? "kmsKeyArn" : "encryptionKeyArn", program),
});
