import { CUSTOMER_KEYS, mustBeCustomerKey } from "../../model/customer-key";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";

export default defineRule({
  name: "component-has-customer-key",
  requires:
    "What Image Builder keeps of a component, a workflow or a container recipe is encrypted with a customer-managed key.",
  fix: "Set kmsKeyId to the ARN of your key.",
  severity: "low",
  group: Group.CustomerKeys,
  url: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/data-protection.html",
  controls: { checkov: ["CKV_AWS_180"] },
  types: ["component:Component", "workflow:Workflow", "containerRecipe:ContainerRecipe"].map(
    (type) => `aws:imagebuilder/${type}`,
  ),
  guards: ["kmsKeyId"],
  evidence: CUSTOMER_KEYS,
  judge: (resource, _config, program) => mustBeCustomerKey(resource, resource, "kmsKeyId", program),
});
