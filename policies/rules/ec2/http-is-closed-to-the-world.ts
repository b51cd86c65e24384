import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { closedToWorld, INGRESS_GUARDS, INGRESS_TYPES, reaches, TCP_ONLY } from "../../model/traffic";

export default defineRule({
  name: "http-is-closed-to-the-world",
  requires: "A security group does not open HTTP to the world.",
  fix: "Open port 443 alone, or name the networks that may connect.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
  controls: { checkov: ["CKV_AWS_260"] },
  types: INGRESS_TYPES,
  guards: INGRESS_GUARDS,
  judge: (resource) => closedToWorld(resource, "ingress", "HTTP (port 80)", (rule) => reaches(rule, [80], TCP_ONLY)),
});
