import rule from "../../../rules/ec2/ingress-comes-from-known-networks";
import { describeRule } from "../../support/table";
import { securityGroupCases } from "../../support/traffic";

describeRule(rule, securityGroupCases({ direction: "ingress", what: "a way in" }));
