import { strings } from "../../model/config";
import { eachInstanceType, INSTANCE_TYPE_INPUTS, INSTANCE_TYPE_USERS } from "../../model/launch/instance-types";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";

interface TypeConfig {
  allowedInstanceTypes: string[];
}

export default defineRule<TypeConfig>({
  name: "instance-type-is-allowed",
  requires: "An instance is of a type that the configuration allows.",
  fix: "Take one of the rule's allowedInstanceTypes.",
  severity: "low",
  group: Group.Hygiene,
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-types.html",
  types: INSTANCE_TYPE_USERS,
  guards: INSTANCE_TYPE_INPUTS,
  config: {
    allowedInstanceTypes: strings(
      "The types that may be launched, in which * stands for any text (t3.*, *.large); empty: every type",
      "^[a-z0-9.*-]+$",
    ),
  },
  judge: (resource, { allowedInstanceTypes }) => {
    const patterns = allowedInstanceTypes.map((type) => type.replaceAll(".", "\\.").replaceAll("*", ".*"));
    const allowed = new RegExp(`^(?:${patterns.join("|")})$`);
    return patterns.length === 0
      ? []
      : eachInstanceType(resource, (type) => allowed.test(type), "take one of the rule's allowedInstanceTypes.");
  },
});
