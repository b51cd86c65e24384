import rule from "../../../rules/ec2/ami-supports-trusted-boot";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails an AMI without a module",
    fails: { bootMode: "uefi" },
    messages: ['tpmSupport is not set; set it to "v2.0".'],
    passes: { "one with it": { tpmSupport: "v2.0" } },
  },
  {
    it: "fails one that boots by BIOS",
    fails: { bootMode: "legacy-bios", tpmSupport: "v2.0" },
    messages: ['bootMode is legacy-bios; set it to "uefi" or "uefi-preferred".'],
    passes: { "one that boots by UEFI": { bootMode: "uefi" }, "one that prefers UEFI": { bootMode: "uefi-preferred" } },
  },
]);
