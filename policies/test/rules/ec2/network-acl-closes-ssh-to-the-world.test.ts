import rule from "../../../rules/ec2/network-acl-closes-ssh-to-the-world";
import { describeRule } from "../../support/table";
import { networkAclCases } from "../../support/traffic";

describeRule(rule, networkAclCases("SSH (port 22)", 22));
