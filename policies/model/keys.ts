/** The types of KMS keys, by how their material and their copies come about. */
export const KEY = "aws:kms/key:Key";
export const KEY_POLICY = "aws:kms/keyPolicy:KeyPolicy";
export const EXTERNAL_KEY = "aws:kms/externalKey:ExternalKey";
export const REPLICA_KEYS = ["aws:kms/replicaKey:ReplicaKey", "aws:kms/replicaExternalKey:ReplicaExternalKey"];
export const KEYS = [KEY, EXTERNAL_KEY, ...REPLICA_KEYS];

/** The types that state a key's policy. */
export const KEY_POLICIES = [...KEYS, KEY_POLICY];
