import { get, mustBeSet, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { UNKNOWN } from "../../model/reading";
import { defineRule } from "../../model/rule";

export default defineRule({
  name: "kerberos-has-realm",
  requires: "An EMR cluster with Kerberos names its realm.",
  fix: "Set kerberosAttributes.realm.",
  severity: "low",
  group: Group.Hygiene,
  url: "https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-kerberos-configure.html",
  controls: { checkov: ["CKV_AWS_114"] },
  types: ["aws:emr/cluster:Cluster"],
  guards: ["kerberosAttributes"],
  judge: (cluster) => {
    const kerberos = get(cluster, "kerberosAttributes");
    return where(kerberos === UNKNOWN ? UNKNOWN : kerberos !== undefined, () =>
      mustBeSet(cluster, "kerberosAttributes.realm", "name it."),
    );
  },
});
