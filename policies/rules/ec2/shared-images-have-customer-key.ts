import { CUSTOMER_KEYS, mustBeCustomerKey } from "../../model/customer-key";
import { is, where } from "../../model/facts";
import { Group } from "../../model/levels";
import type { Program } from "../../model/program";
import { UNKNOWN } from "../../model/reading";
import type { Resource } from "../../model/resource";
import { defineRule } from "../../model/rule";
import { AwsType } from "../../model/types";
import { fail, unknown, Verdict, type Facts } from "../../model/verdict";

/** What shares, and by which input. */
const SHARES: Record<string, string> = {
  "aws:ec2/snapshotCreateVolumePermission:SnapshotCreateVolumePermission": "snapshotId",
  "aws:ec2/amiLaunchPermission:AmiLaunchPermission": "imageId",
};

/** Where a key is named that encrypts what is shared. */
const MAKERS: string[] = [AwsType.SnapshotCopy, AwsType.AmiCopy, AwsType.Volume];

export default defineRule({
  name: "shared-images-have-customer-key",
  requires: "What is shared with another account is encrypted with a key that can be shared, too: AWS's own cannot.",
  fix: "Set kmsKeyId of the copy, or of the snapshot's volume, to a customer-managed key that the other account may use.",
  severity: "medium",
  group: Group.KeyPolicy,
  url: "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-modifying-snapshot-permissions.html",
  types: Object.keys(SHARES),
  guards: Object.values(SHARES),
  evidence: [...CUSTOMER_KEYS, ...MAKERS, AwsType.Snapshot],
  judge: (share, _config, program) => {
    const input = SHARES[share.type] ?? "";
    const sources = program.sources(share, input, [...MAKERS, AwsType.Snapshot]);
    return sources === UNKNOWN ? undecided(input) : sources.map((source) => judgeSource(input, source, program));
  },
});

function judgeSource(input: string, source: Resource, program: Program): Facts {
  if (source.type === AwsType.Snapshot) {
    const volumes = program.sources(source, "volumeId", [AwsType.Volume]);
    return volumes === UNKNOWN ? undecided(input) : volumes.map((volume) => judgeSource(input, volume, program));
  }
  return where(MAKERS.includes(source.type) && is(source, "encrypted", true), () => {
    const { verdict } = mustBeCustomerKey(source, source, "kmsKeyId", program);
    return verdict === Verdict.Pass ? [] : verdict === Verdict.Unknown ? undecided(input) : ownKey(input);
  });
}

function undecided(input: string): Facts {
  return unknown(input, `${input} may be encrypted with a key that cannot be shared; name a customer-managed key.`);
}

function ownKey(input: string): Facts {
  return fail(input, `${input} is encrypted with AWS's own key, which cannot be shared; name a customer-managed key.`);
}
