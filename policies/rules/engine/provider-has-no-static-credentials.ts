import { get } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { PROVIDER } from "../../model/types";
import { fail } from "../../model/verdict";

export default defineRule({
  name: "provider-has-no-static-credentials",
  requires: "A provider's credentials come from whoever deploys, not from the program or its configuration.",
  fix: "Remove accessKey, secretKey and token, and deploy with a role's temporary credentials.",
  severity: "critical",
  group: Group.Exposure,
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
  controls: { checkov: ["CKV_AWS_41"] },
  types: [PROVIDER],
  // Credentials that are known only at deployment are credentials, too.
  judge: (provider) =>
    ["accessKey", "secretKey", "token"]
      .filter((field) => ![undefined, ""].includes(get(provider, field) as string | undefined))
      .map((field) => fail(field, `${field} is set; remove it, for what is written down is found.`)),
});
