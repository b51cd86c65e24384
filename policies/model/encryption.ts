import { hasSetting } from "./account";
import type { EncryptionConfig } from "./encryption-config";
import { deciding, unanimous } from "./evidence";
import { allOf, anyOf, is, not } from "./facts";
import { ownAccounts } from "./foreign-accounts";
import { listsId } from "./image";
import { isAt } from "./place";
import type { Program } from "./program";
import type { Resource } from "./resource";
import { at, flag, MALFORMED, text, UNKNOWN, type Flag, type Text, type Unknown } from "./reading";
import { AwsType } from "./types";
import { fail, pass, unknown, type Fact } from "./verdict";

/** How a volume is encrypted that does not say so itself, and why: the end of "it is not set, and …". */
export interface Inherited {
  encrypted: boolean | Unknown;
  reason: string;
}

/** A volume that does not say whether it is encrypted. */
export interface Undeclared {
  resource: Resource;
  /** The input from whose dependencies the snapshot comes. */
  input: string;
  snapshotId: Text;
  kmsKeyId: Text;
  /** What AWS reports of the volume, if it is there already. */
  reported: Flag;
  /** Where the volume comes from, if not from a snapshot of its own. Nowhere: it is new. */
  origin?: () => Inherited | undefined;
}

const NEW_VOLUME = "nothing that it depends on makes the account encrypt by default";
const KEY_ALONE = "kmsKeyId alone does not encrypt";
const SNAPSHOT_TYPES: string[] = [AwsType.Snapshot, AwsType.SnapshotCopy, AwsType.SnapshotImport];

/**
 * Judges the `encrypted` of one volume.
 *
 * @param subject The field, as the program spells it.
 * @param literal What to set it to, as the program spells it.
 * @param reported What AWS reports of the volume, if it is there already.
 */
export function judgeEncrypted(
  subject: string,
  encrypted: Flag,
  literal: string,
  reported: Flag,
  inherited: () => Inherited,
): Fact {
  const change = `set it to ${literal}.`;
  switch (encrypted) {
    case true:
      return reported === false
        ? fail(subject, `${subject} is true, but AWS reports the volume as unencrypted; replace the volume.`)
        : pass(subject);
    case false:
      return fail(subject, `${subject} is false; ${change}`);
    case MALFORMED:
      return fail(subject, `${subject} is neither true nor false; ${change}`);
    case UNKNOWN:
      return unknown(subject, `${subject} is known only at deployment; to have it judged before, ${change}`);
    case undefined:
      return judgeInherited(subject, `${subject} is not set`, change, inherited());
  }
}

/** The fact of a volume that inherits its encryption. */
export function judgeInherited(subject: string, state: string, change: string, inherited: Inherited): Fact {
  const message = `${state}, and ${inherited.reason}; ${change}`;
  switch (inherited.encrypted) {
    case true:
      return pass(subject);
    case false:
      return fail(subject, message);
    case UNKNOWN:
      return unknown(subject, message);
  }
}

/** How a volume is encrypted that does not say so itself: by the account's default, or as what it is made from. */
export function inheritedEncryption(volume: Undeclared, config: EncryptionConfig, program: Program): Inherited {
  // A volume may be older than the setting: what AWS reports comes first.
  if (typeof volume.reported === "boolean") {
    return { encrypted: volume.reported, reason: "AWS reports the volume as unencrypted" };
  }
  const byDefault = accountDefault(volume.resource, config, program);
  if (byDefault === true) {
    return { encrypted: true, reason: "" };
  }
  const inherited = inheritedFromOrigin(volume, config, program);
  return inherited.encrypted === false && byDefault === UNKNOWN ? { ...inherited, encrypted: UNKNOWN } : inherited;
}

function inheritedFromOrigin(volume: Undeclared, config: EncryptionConfig, program: Program): Inherited {
  if (volume.snapshotId !== undefined) {
    const encrypted = snapshotEncrypted(volume, config, program);
    return {
      encrypted,
      reason: encrypted === false ? "its snapshot is unencrypted" : "nothing shows that its snapshot is",
    };
  }
  const isNew: Inherited = { encrypted: false, reason: volume.kmsKeyId === undefined ? NEW_VOLUME : KEY_ALONE };
  return volume.origin?.() ?? isNew;
}

/** Whether every new volume of the resource's account and Region is encrypted. */
function accountDefault(resource: Resource, config: EncryptionConfig, program: Program): boolean | Unknown {
  const declared =
    config.accountEncryptsByDefault || anyOf(...config.encryptingRegions.map((place) => isInPlace(place, resource)));
  if (declared === true) {
    return true;
  }
  const set = hasSetting(resource, AwsType.EncryptionByDefault, program, (setting) =>
    not(is(setting, "enabled", false)),
  );
  return set === true || (declared === UNKNOWN ? UNKNOWN : set);
}

/** Whether a resource is in a Region, or in an account, a slash and a Region. */
function isInPlace(place: string, resource: Resource): boolean | Unknown {
  const [region = "", accountId] = place.split("/").reverse();
  if (accountId === undefined) {
    return isAt({ region }, resource);
  }
  // Unlike an id, a setting of another account says nothing of this one.
  return allOf(isAt({ region, accountId }, resource), ownAccounts(resource).length === 1 || UNKNOWN);
}

function snapshotEncrypted(
  { resource, input, snapshotId }: Undeclared,
  config: EncryptionConfig,
  program: Program,
): boolean | Unknown {
  if (typeof snapshotId === "string" && listsId(config.encryptedSnapshotIds, snapshotId, resource) === true) {
    return true;
  }
  const sources = program.sources(resource, input, SNAPSHOT_TYPES);
  return sources === UNKNOWN
    ? UNKNOWN
    : unanimous(deciding(sources, snapshotId).map((snapshot) => snapshotResourceEncrypted(snapshot, program)));
}

function snapshotResourceEncrypted(snapshot: Resource, program: Program): boolean | Unknown {
  if (!SNAPSHOT_TYPES.includes(snapshot.type)) {
    return UNKNOWN;
  }
  if (flag(at(snapshot.declared, "encrypted")) === true || flag(at(snapshot.state, "encrypted")) === true) {
    return true;
  }
  // A copy or an import that does not ask for encryption may still get it, from its source or the account.
  if (snapshot.type !== AwsType.Snapshot) {
    return UNKNOWN;
  }
  if (flag(at(snapshot.state, "encrypted")) === false) {
    return false;
  }
  const volumes = program.sources(snapshot, "volumeId", [AwsType.Volume]);
  return volumes === UNKNOWN
    ? UNKNOWN
    : unanimous(deciding(volumes, text(at(snapshot.declared, "volumeId"))).map(volumeResourceEncrypted));
}

function volumeResourceEncrypted(volume: Resource): boolean | Unknown {
  if (volume.type !== AwsType.Volume) {
    return UNKNOWN;
  }
  // What AWS reports comes first: a declaration may not have reached a volume that is there already.
  const answers = [flag(at(volume.state, "encrypted")), flag(at(volume.declared, "encrypted"))];
  return answers.find((answer) => typeof answer === "boolean") ?? UNKNOWN;
}
