import rule from "../../../rules/kms/key-is-single-region";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a key for several Regions",
    fails: { multiRegion: true },
    messages: ["multiRegion is true; set it to false."],
    passes: { "one for its Region": { multiRegion: false }, "one that says nothing": { multiRegion: undefined } },
  },
  {
    it: "fails a copy of another Region's key",
    type: "aws:kms/replicaKey:ReplicaKey",
    fails: {},
    messages: ["The key is a copy of another Region's; make a key of its own instead."],
    passes: {},
  },
]);
