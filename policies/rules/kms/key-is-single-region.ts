import { mustBe } from "../../model/facts";
import { KEYS, REPLICA_KEYS } from "../../model/keys";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { fail } from "../../model/verdict";

export default defineRule({
  name: "key-is-single-region",
  requires: "A key stays in its Region.",
  fix: "Leave multiRegion false, and make a key of its own in another Region; AWS cannot change an existing key.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html",
  controls: { prowler: ["kms_cmk_not_multi_region"] },
  types: KEYS,
  guards: ["multiRegion"],
  judge: (key) =>
    REPLICA_KEYS.includes(key.type)
      ? fail("primaryKeyArn", "The key is a copy of another Region's; make a key of its own instead.")
      : mustBe(key, "multiRegion", false, { absent: false }),
});
