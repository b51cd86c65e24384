import { each, is, isSet, mustBeSet, not, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";

const CHANGE = 'name "amazon", "self" or an account.';

export default defineRule({
  name: "allowed-images-name-providers",
  requires:
    "Whoever the account's setting for allowed AMIs trusts by a name is also named as a provider: anybody can give an AMI a name.",
  fix: 'Add imageProviders to each item of imageCriterions, such as "amazon", "self" or an account id.',
  severity: "high",
  group: Group.Approval,
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-allowed-amis.html",
  types: ["aws:ec2/allowedImagesSettings:AllowedImagesSettings"],
  guards: ["state", "imageCriterions"],
  judge: (setting) =>
    where(not(is(setting, "state", "disabled")), () =>
      each(setting, "imageCriterions", (criterion) =>
        // By a product code, AWS Marketplace is the provider.
        where(not(isSet(criterion, "marketplaceProductCodes")), () => mustBeSet(criterion, "imageProviders", CHANGE)),
      ),
    ),
});
