import rule from "../../../rules/ec2/network-acl-closes-ftp-to-the-world";
import { describeRule } from "../../support/table";
import { networkAclCases } from "../../support/traffic";

describeRule(rule, networkAclCases("FTP (ports 20 and 21)", 21));
