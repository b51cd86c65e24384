import rule from "../../../rules/ec2/vpc-has-no-network-acls";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a network ACL",
    fails: {},
    messages: ["A network ACL is a second place for the rules of traffic; state them in security groups alone."],
    passes: {},
  },
]);
