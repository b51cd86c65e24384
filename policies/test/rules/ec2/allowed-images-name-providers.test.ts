import rule from "../../../rules/ec2/allowed-images-name-providers";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a criterion that goes by a name alone",
    fails: { state: "enabled", imageCriterions: [{ imageNames: ["golden-*"] }] },
    messages: ['imageCriterions[0].imageProviders is not set; name "amazon", "self" or an account.'],
    passes: {
      "one that names its provider, too": { imageCriterions: [{ imageNames: ["golden-*"], imageProviders: ["self"] }] },
      "one by a product code": { imageCriterions: [{ marketplaceProductCodes: ["abc"] }] },
      "a setting that is off": { state: "disabled" },
    },
  },
]);
