import { mustHold } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { BUILD_INSTANCES } from "../../model/types";

export default defineRule<{ maximumHops: number }>({
  name: "build-instance-limits-metadata-hops",
  requires: "The metadata service's answers reach no further than a container on Image Builder's instance.",
  fix: "Set instanceMetadataOptions.httpPutResponseHopLimit: 1, or 2 to build containers.",
  severity: "low",
  group: Group.MetadataService,
  url: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/security-best-practices.html",
  types: BUILD_INSTANCES,
  guards: ["instanceMetadataOptions"],
  config: {
    maximumHops: {
      type: "integer",
      minimum: 1,
      maximum: 64,
      default: 2,
      description: "How many hops an answer may take",
    },
  },
  judge: (infrastructure, { maximumHops }) =>
    mustHold(infrastructure, "instanceMetadataOptions.httpPutResponseHopLimit", (hops) => Number(hops) <= maximumHops, {
      absent: 1,
      change: `set it to ${maximumHops} at most.`,
    }),
});
