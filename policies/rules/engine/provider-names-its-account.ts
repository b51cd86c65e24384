import { anyIn, not, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { at, list } from "../../model/reading";
import { nested } from "../../model/resource";
import { defineRule } from "../../model/rule";
import { PROVIDER } from "../../model/types";
import { fail } from "../../model/verdict";

export default defineRule({
  name: "provider-names-its-account",
  requires: "A provider names the account that it is for, so that other credentials deploy nothing.",
  fix: "Set the provider's allowedAccountIds.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/whitepapers/latest/organizing-your-aws-environment/organizing-your-aws-environment.html",
  types: [PROVIDER],
  judge: (provider) =>
    where(not(anyIn(list(nested(at(provider.declared, "allowedAccountIds"))))), () =>
      fail("allowedAccountIds", "allowedAccountIds is not set; name the account that the provider is for."),
    ),
});
