import { strings } from "../../model/config";
import { not, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { hasTag, TAGGED, tagsOf } from "../../model/tags";
import { fail } from "../../model/verdict";

export default defineRule<{ requiredTags: string[] }>({
  name: "resources-have-tags",
  requires: "A resource bears the tags that are asked for, or any where none are named.",
  fix: "Set the tags, or give the provider defaultTags.",
  severity: "low",
  group: Group.Tags,
  url: "https://docs.aws.amazon.com/whitepapers/latest/tagging-best-practices/tagging-best-practices.html",
  controls: {
    fsbp: [
      "AutoScaling.10",
      "Backup.3",
      "Backup.5",
      "EC2.35",
      "EC2.36",
      "EC2.37",
      "EC2.38",
      "EC2.39",
      "EC2.40",
      "EC2.41",
      "EC2.42",
      "EC2.43",
      "EC2.44",
      "EC2.45",
      "EC2.46",
      "EC2.47",
      "EC2.48",
      "EC2.49",
      "EC2.50",
      "EC2.52",
      "EC2.174",
      "EC2.175",
      "EC2.176",
    ],
  },
  types: TAGGED,
  guards: ["tags"],
  config: { requiredTags: strings("The tags that each resource must bear; with none, any will do", "^.{1,128}$") },
  judge: (resource, { requiredTags }) => {
    const tags = tagsOf(resource);
    return requiredTags.length > 0
      ? requiredTags
          .map((key) =>
            where(not(hasTag(tags, key)), () =>
              fail(`tags.${key}`, `The tag ${key} is missing; set it, or give the provider defaultTags.`),
            ),
          )
          .flat()
      : where(not(hasTag(tags)), () => fail("tags", "tags has none; set some, or give the provider defaultTags."));
  },
});
