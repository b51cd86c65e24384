import rule from "../../../rules/autoscaling/group-renews-instances";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a group that keeps instances for good",
    fails: {},
    messages: ["maxInstanceLifetime is not set; set it to 2592000 or less."],
    passes: { "thirty days": { maxInstanceLifetime: 2592000 } },
  },
  {
    it: "fails a group that keeps them for too long",
    settings: { maximumDays: 1 },
    fails: { maxInstanceLifetime: 86401 },
    messages: ["maxInstanceLifetime is 86401; set it to 86400 or less."],
    passes: { "a day": { maxInstanceLifetime: 86400 } },
  },
  {
    it: "fails 0, which is no limit",
    fails: { maxInstanceLifetime: 0 },
    messages: ["maxInstanceLifetime is 0; set it to 2592000 or less."],
    passes: { "a day": { maxInstanceLifetime: 86400 } },
  },
]);
