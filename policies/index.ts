import { PolicyPack } from "@pulumi/policy";
import { rules } from "./rules";

new PolicyPack("groundwork", {
  displayName: "Groundwork",
  description: "Encrypted volumes and approved AMIs, judged in every preview",
  policies: rules,
});
