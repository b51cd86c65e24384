import { mustBeSet } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { AMIS } from "../../model/types";

export default defineRule({
  name: "ami-has-deprecation-date",
  requires: "An AMI says when it is deprecated.",
  fix: "Set deprecationTime, at most two years ahead.",
  severity: "low",
  group: Group.Hygiene,
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ami-deprecate.html",
  types: AMIS,
  guards: ["deprecationTime"],
  judge: (ami) =>
    mustBeSet(ami, "deprecationTime", "set it to a time at most two years ahead, such as 2027-06-30T00:00:00Z."),
});
