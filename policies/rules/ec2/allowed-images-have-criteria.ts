import { each, is, mustBeSet, not, where, get, type Subject } from "../../model/facts";
import { Group } from "../../model/levels";
import { list, UNKNOWN } from "../../model/reading";
import { defineRule } from "../../model/rule";
import { fail, pass, unknown, type Fact } from "../../model/verdict";

const CHANGE = "say which AMIs are allowed.";
const CRITERIA = [
  "imageProviders",
  "imageNames",
  "marketplaceProductCodes",
  "creationDateCondition.maximumDaysSinceCreated",
  "deprecationTimeCondition.maximumDaysSinceDeprecated",
];

/** A criterion without a condition allows every AMI. */
function judgeCriterion(criterion: Subject): Fact {
  const subject = criterion.field ?? "";
  const values = CRITERIA.map((path) => list(get(criterion, path)));
  if (values.some((value) => value !== UNKNOWN && value.length > 0)) {
    return pass(subject);
  }
  return values.includes(UNKNOWN)
    ? unknown(subject, `${subject} is known only at deployment; ${CHANGE}`)
    : fail(subject, `${subject} asks for nothing; ${CHANGE}`);
}

export default defineRule({
  name: "allowed-images-have-criteria",
  requires: "The account's setting for allowed AMIs says which are allowed.",
  fix: "Add an item to imageCriterions that names imageProviders, or the like.",
  severity: "high",
  group: Group.Approval,
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-allowed-amis.html",
  types: ["aws:ec2/allowedImagesSettings:AllowedImagesSettings"],
  guards: ["state", "imageCriterions"],
  judge: (setting) =>
    where(not(is(setting, "state", "disabled")), () => [
      mustBeSet(setting, "imageCriterions", CHANGE),
      each(setting, "imageCriterions", judgeCriterion),
    ]),
});
