import rule from "../../../rules/ec2/network-acl-closes-rdp-to-the-world";
import { describeRule } from "../../support/table";
import { networkAclCases } from "../../support/traffic";

describeRule(rule, networkAclCases("Remote Desktop (port 3389)", 3389));
