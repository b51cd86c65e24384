import { mustHold } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { AMIS } from "../../model/types";

export default defineRule<{ pattern: string }>({
  name: "ami-name-follows-pattern",
  requires: "An AMI is named by the account's convention.",
  fix: "Name the AMI as the rule's pattern says.",
  severity: "low",
  group: Group.Hygiene,
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/creating-an-ami-ebs.html",
  types: AMIS,
  guards: ["name"],
  config: {
    pattern: { type: "string", default: "", description: "The regular expression for names; empty: any name will do" },
  },
  judge: (ami, { pattern }) =>
    pattern === ""
      ? []
      : mustHold(
          ami,
          "name",
          (name) => new RegExp(pattern).test(String(name)),
          { change: `name it by the pattern ${pattern}.` },
          [""],
        ),
});
