import { REGION_PATTERN, strings } from "../../model/config";
import { mustHold } from "../../model/facts";
import { Group } from "../../model/levels";
import { at, text } from "../../model/reading";
import { defineRule } from "../../model/rule";
import { EVERY_TYPE, PROVIDER } from "../../model/types";

interface RegionConfig {
  allowedRegions: string[];
}

export default defineRule<RegionConfig>({
  name: "region-is-allowed",
  requires: "A provider, and whatever names a Region of its own, is in an allowed Region.",
  fix: "Name a Region of the rule's allowedRegions.",
  severity: "high",
  group: Group.Approval,
  url: "https://docs.aws.amazon.com/controltower/latest/userguide/region-deny.html",
  types: [EVERY_TYPE],
  config: {
    allowedRegions: strings(
      "The Regions that programs may deploy to; with none, the rule says nothing",
      REGION_PATTERN,
    ),
  },
  judge: (resource, { allowedRegions }) => {
    const own = resource.type.startsWith("aws:") && text(at(resource.declared, "region")) !== undefined;
    return allowedRegions.length > 0 && (own || resource.type === PROVIDER)
      ? mustHold(resource, "region", (region) => allowedRegions.includes(String(region)), {
          change: `set it to ${allowedRegions.join(" or ")}.`,
        })
      : [];
  },
});
