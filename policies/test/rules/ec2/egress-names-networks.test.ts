import rule from "../../../rules/ec2/egress-names-networks";
import { describeRule } from "../../support/table";
import { securityGroupCases } from "../../support/traffic";

describeRule(rule, securityGroupCases({ direction: "egress", what: "a way out" }));
