import rule from "../../../rules/ec2/launch-template-tags-what-it-launches";
import { describeRule } from "../../support/table";

const tags = (...types: string[]) => ({
  tagSpecifications: types.map((resourceType) => ({ resourceType, tags: { Owner: "web" } })),
});

describeRule(rule, [
  {
    it: "fails one that tags instances alone",
    fails: tags("instance"),
    messages: ['tagSpecifications has none for volume; add one with resourceType: "volume".'],
    passes: { "one that tags both": tags("volume", "instance") },
  },
  {
    it: "fails one that lacks what the configuration asks for",
    fails: tags("instance", "volume"),
    messages: ['tagSpecifications has none for network-interface; add one with resourceType: "network-interface".'],
    settings: { taggedResources: ["network-interface"] },
    passes: { "one that has it": tags("network-interface") },
  },
]);
