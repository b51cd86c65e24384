import { AwsType } from "../../../model/types";
import rule from "../../../rules/ec2/instances-have-instance-profile";
import { FOLLOWS, TEMPLATE } from "../../support/launch";
import { describeRule } from "../../support/table";

const CHANGE = "name the instance profile of a role that may do what the instance does.";
const messages = [`iamInstanceProfile is not set; ${CHANGE}`];

describeRule(rule, [
  ...[AwsType.Instance, AwsType.SpotInstanceRequest].map((type) => ({
    it: `fails a ${type.split(":")[2]} without one`,
    type,
    fails: {},
    messages,
    others: [TEMPLATE],
    passes: { "one with a profile": { iamInstanceProfile: "web" }, ...FOLLOWS },
  })),
  {
    it: "fails a launch configuration without one",
    type: AwsType.LaunchConfiguration,
    fails: {},
    messages,
    passes: { "one with a profile": { iamInstanceProfile: "web" } },
  },
  {
    it: "fails a launch template without one",
    type: AwsType.LaunchTemplate,
    fails: {},
    messages,
    passes: { "one with a profile": { iamInstanceProfile: { name: "web" } } },
  },
  {
    it: "fails a launch specification of a spot fleet without one, under either name",
    type: AwsType.SpotFleetRequest,
    fails: { launchSpecifications: [{}] },
    messages: [`launchSpecifications[0].iamInstanceProfile is not set; ${CHANGE}`],
    passes: {
      "one with a profile": { launchSpecifications: [{ iamInstanceProfile: "web" }] },
      "one with a profile's ARN": { launchSpecifications: [{ iamInstanceProfileArn: "arn:aws:iam::1:web" }] },
    },
  },
]);
