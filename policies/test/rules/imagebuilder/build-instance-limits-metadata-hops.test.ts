import rule from "../../../rules/imagebuilder/build-instance-limits-metadata-hops";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a limit of many hops",
    fails: { instanceMetadataOptions: { httpPutResponseHopLimit: 3 } },
    messages: ["instanceMetadataOptions.httpPutResponseHopLimit is 3; set it to 2 at most."],
    passes: {
      "one of two": { instanceMetadataOptions: { httpPutResponseHopLimit: 2 } },
      "AWS's own, which is one": { instanceMetadataOptions: { httpTokens: "required" } },
    },
  },
  {
    it: "fails a limit over the configuration's",
    fails: { instanceMetadataOptions: { httpPutResponseHopLimit: 2 } },
    settings: { maximumHops: 1 },
    messages: ["instanceMetadataOptions.httpPutResponseHopLimit is 2; set it to 1 at most."],
    passes: { "one of one": { instanceMetadataOptions: { httpPutResponseHopLimit: 1 } } },
  },
]);
