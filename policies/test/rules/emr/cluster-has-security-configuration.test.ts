import rule from "../../../rules/emr/cluster-has-security-configuration";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a cluster without one",
    fails: {},
    messages: ["securityConfiguration is not set; name a security configuration that encrypts its disks."],
    passes: { "a cluster with one": { securityConfiguration: "encrypted" } },
  },
]);
