import rule from "../../../rules/ec2/network-acl-opens-ports-one-by-one";
import { describeRule } from "../../support/table";
import { networkAclCases } from "../../support/traffic";

describeRule(rule, networkAclCases("every port"));
