import rule from "../../../rules/imagebuilder/component-has-customer-key";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a component without a key, because AWS takes its own",
    type: "aws:imagebuilder/component:Component",
    fails: {},
    messages: ["kmsKeyId is not set; set it to the ARN of a customer-managed key."],
    passes: { "one with a key": { kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:key/1" } },
  },

  {
    it: "fails a workflow without a key, because AWS takes its own",
    type: "aws:imagebuilder/workflow:Workflow",
    fails: {},
    messages: ["kmsKeyId is not set; set it to the ARN of a customer-managed key."],
    passes: { "one with a key": { kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:key/1" } },
  },

  {
    it: "fails a container recipe without a key, because AWS takes its own",
    type: "aws:imagebuilder/containerRecipe:ContainerRecipe",
    fails: {},
    messages: ["kmsKeyId is not set; set it to the ARN of a customer-managed key."],
    passes: { "one with a key": { kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:key/1" } },
  },
]);
