import { mustBe } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { BUILD_INSTANCES } from "../../model/types";

export default defineRule({
  name: "failed-build-instance-is-terminated",
  requires: "Image Builder terminates an instance whose build has failed.",
  fix: "Set terminateInstanceOnFailure: true, or leave it out.",
  severity: "low",
  group: Group.Hygiene,
  url: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/manage-infra-config.html",
  types: BUILD_INSTANCES,
  guards: ["terminateInstanceOnFailure"],
  judge: (infrastructure) => mustBe(infrastructure, "terminateInstanceOnFailure", true, { absent: true }),
  remediate: (properties) => (properties.terminateInstanceOnFailure = true),
});
