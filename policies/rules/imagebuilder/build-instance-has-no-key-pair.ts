import { mustHold } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { BUILD_INSTANCES } from "../../model/types";

export default defineRule({
  name: "build-instance-has-no-key-pair",
  requires: "Nobody logs in to Image Builder's instances with a key pair.",
  fix: "Leave keyPair out; use Session Manager to look at a failed build.",
  severity: "low",
  group: Group.Hygiene,
  url: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/manage-infra-config.html",
  types: BUILD_INSTANCES,
  guards: ["keyPair"],
  judge: (infrastructure) =>
    mustHold(infrastructure, "keyPair", (name) => name === "", { absent: "", change: "leave it out." }),
});
