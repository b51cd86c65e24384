import { LAUNCHES } from "../../../model/launch";
import { AwsType } from "../../../model/types";
import rule from "../../../rules/ec2/metadata-responses-stay-within-hop-limit";
import { describeRule } from "../../support/table";

const passes = {
  "an answer that stays on the instance": { metadataOptions: { httpPutResponseHopLimit: 1 } },
  "one that says nothing, because AWS takes 1": { metadataOptions: undefined },
  "a service that is off": { metadataOptions: { httpEndpoint: "disabled", httpPutResponseHopLimit: 2 } },
};

describeRule(rule, [
  ...LAUNCHES.filter((type) => type !== AwsType.SpotFleetRequest).map((type) => ({
    it: `fails a ${type.split(":")[2]} whose containers are answered`,
    type,
    fails: { metadataOptions: { httpPutResponseHopLimit: 2 } },
    messages: ["metadataOptions.httpPutResponseHopLimit is 2; set it to 1 at most."],
    passes,
  })),
  {
    it: "fails more hops than the configuration allows",
    fails: { metadataOptions: { httpPutResponseHopLimit: "3" } },
    messages: ["metadataOptions.httpPutResponseHopLimit is 3; set it to 2 at most."],
    settings: { maximumHopLimit: 2 },
    passes: { "two hops, for containers": { metadataOptions: { httpPutResponseHopLimit: 2 } } },
  },
]);
