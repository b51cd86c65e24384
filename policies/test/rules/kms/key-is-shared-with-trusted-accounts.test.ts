import rule from "../../../rules/kms/key-is-shared-with-trusted-accounts";
import { allow, document } from "../../support/policy";
import { describeRule } from "../../support/table";

const foreign = (field: string) =>
  `${field} names an account that is not trusted; name one of the rule's trustedAccountIds.`;
const settings = { trustedAccountIds: ["222233334444"] };
const more = { providerInputs: { allowedAccountIds: ["111122223333"] } };

describeRule(rule, [
  {
    it: "fails a policy that names another account's role",
    settings,
    more,
    fails: { policy: document(allow({ AWS: ["arn:aws:iam::999900001111:role/app", "222233334444"] })) },
    messages: [foreign("policy.Statement[0].Principal")],
    passes: {
      "the own account": { policy: document(allow({ AWS: "arn:aws:iam::111122223333:root" })) },
      "a trusted account": { policy: document(allow({ AWS: "222233334444" })) },
      "a service": { policy: document(allow({ Service: "ec2.amazonaws.com" })) },
      "everybody, which is another rule's": { policy: document(allow("*")) },
      "no policy": { policy: undefined },
    },
  },
  {
    it: "fails it at the end where the key's ARN alone names the own account",
    settings,
    more: { state: { arn: "arn:aws:kms:eu-central-1:111122223333:key/1" } },
    fails: { policy: document(allow({ AWS: "arn:aws:iam::999900001111:root" })) },
    messages: [`${foreign("policy.Statement[0].Principal")} (end)`],
    passes: { "the own account": { policy: document(allow({ AWS: "arn:aws:iam::111122223333:root" })) } },
  },
  {
    it: "fails a grant for another account",
    type: "aws:kms/grant:Grant",
    settings,
    more,
    fails: { granteePrincipal: "arn:aws:iam::999900001111:role/app" },
    messages: [foreign("granteePrincipal")],
    passes: { "a trusted account": { granteePrincipal: "arn:aws:iam::222233334444:role/app" } },
  },
]);
