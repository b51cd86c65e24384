import { fieldOf, get, type Subject } from "../../model/facts";
import { eachLaunch, LAUNCHES } from "../../model/launch";
import { Group } from "../../model/levels";
import { text, UNKNOWN } from "../../model/reading";
import { defineRule } from "../../model/rule";
import { secretIn } from "../../model/secrets";
import { AwsType } from "../../model/types";
import { userDataTexts } from "../../model/user-data";
import { fail, pass, unknown, type Fact } from "../../model/verdict";

const OTHERS: string[] = [AwsType.ImageRecipe, "aws:lightsail/instance:Instance"];
const FIELDS = ["userData", "userDataBase64"];
const CHANGE = "read it at start-up from Secrets Manager or Parameter Store";

export default defineRule({
  name: "user-data-has-no-secrets",
  requires: "User data holds no secret, because everyone who can describe an instance, or log in to it, can read it.",
  fix: `Take the secret out, replace it, and ${CHANGE}.`,
  severity: "critical",
  group: Group.Exposure,
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html",
  controls: {
    checkov: ["CKV_AWS_46"],
    prowler: [
      "ec2_instance_secrets_user_data",
      "ec2_launch_template_no_secrets",
      "autoscaling_find_secrets_ec2_launch_configuration",
    ],
  },
  types: [...LAUNCHES, ...OTHERS],
  guards: FIELDS,
  judge: (resource) =>
    OTHERS.includes(resource.type) ? judgeFields(resource) : eachLaunch(resource, (launch) => judgeFields(launch)),
});

function judgeFields(on: Subject): Fact[] {
  return FIELDS.map((path) => {
    const [field, value] = [fieldOf(on, path), text(get(on, path))];
    if (value === UNKNOWN) {
      return unknown(field, `${field} is known only at deployment, and may hold a secret; ${CHANGE}.`);
    }
    const texts = typeof value === "string" ? userDataTexts(value) : [];
    const kind = texts.map(secretIn).find((found) => found !== undefined);
    return kind === undefined ? pass(field) : fail(field, `${field} holds what looks like ${kind}; ${CHANGE}.`);
  });
}
