import rule from "../../../rules/emr/kerberos-has-realm";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a cluster with Kerberos that names none",
    fails: { kerberosAttributes: { kdcAdminPassword: "hunter2" } },
    messages: ["kerberosAttributes.realm is not set; name it."],
    passes: {
      "one that does": { kerberosAttributes: { realm: "EC2.INTERNAL" } },
      "one without Kerberos": { kerberosAttributes: undefined },
    },
  },
]);
