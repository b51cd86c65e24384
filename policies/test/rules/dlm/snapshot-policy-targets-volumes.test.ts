import rule from "../../../rules/dlm/snapshot-policy-targets-volumes";
import { describeRule } from "../../support/table";

const volume = (tags: Record<string, string>) => ({ type: "aws:ebs/volume:Volume", name: "volume", inputs: { tags } });

describeRule(rule, [
  {
    it: "fails tags that no volume has",
    fails: { policyDetails: { targetTags: { Backup: "daily" } } },
    others: [volume({ Backup: "weekly" })],
    messages: [
      "No volume or instance of the program has one of policyDetails.targetTags; give it to those that are to be backed up. (end)",
    ],
    passes: {
      "tags that one has": { policyDetails: { targetTags: { Team: "web", Backup: "weekly" } } },
      "a default policy, which needs none": { defaultPolicy: "VOLUME" },
    },
    passesWith: {
      "a further volume": [{ ...volume({ Backup: "daily" }), name: "further" }],
      "an instance": [{ type: "aws:ec2/instance:Instance", name: "web", inputs: { tags: { Backup: "daily" } } }],
      "a volume that has it from its provider": [
        {
          ...volume({}),
          name: "further",
          providerInputs: { defaultTags: JSON.stringify({ tags: { Backup: "daily" } }) },
        },
      ],
    },
  },
]);
