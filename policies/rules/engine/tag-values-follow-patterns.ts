import { where } from "../../model/facts";
import { Group } from "../../model/levels";
import { UNKNOWN } from "../../model/reading";
import { defineRule } from "../../model/rule";
import { TAGGED, tagsOf, tagValue } from "../../model/tags";
import { fail } from "../../model/verdict";

export default defineRule<{ tagPatterns: Record<string, string> }>({
  name: "tag-values-follow-patterns",
  requires: "A tag's value is of the form that is asked for.",
  fix: "Set the tag to a value of the form that the rule's tagPatterns has for it.",
  severity: "low",
  group: Group.Tags,
  url: "https://docs.aws.amazon.com/whitepapers/latest/tagging-best-practices/tagging-best-practices.html",
  types: TAGGED,
  guards: ["tags"],
  config: {
    tagPatterns: {
      type: "object",
      additionalProperties: { type: "string", format: "regex" },
      default: {},
      description: "By a tag, the regular expression that the whole of its value must match",
    },
  },
  judge: (resource, { tagPatterns }) => {
    const tags = tagsOf(resource);
    return Object.entries(tagPatterns).flatMap(([key, pattern]) => {
      const value = tagValue(tags, key);
      const wrong =
        value === UNKNOWN ? UNKNOWN : value !== undefined && !new RegExp(`^(?:${pattern})$`).test(String(value));
      return where(wrong, () =>
        fail(`tags.${key}`, `The tag ${key} is not of the form ${pattern}; set it to a value that is.`),
      );
    });
  },
});
