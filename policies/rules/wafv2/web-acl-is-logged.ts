import { mustBeSet, mustHave } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { CLASSIC_WEB_ACLS, WEB_ACL } from "../../model/web-acl";

const LOGGING = "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration";

export default defineRule({
  name: "web-acl-is-logged",
  requires: "A web ACL logs the requests that it sees.",
  fix: "Add a wafv2.WebAclLoggingConfiguration with its ARN as resourceArn; for AWS WAF Classic, set loggingConfiguration.",
  severity: "medium",
  group: Group.Hygiene,
  url: "https://docs.aws.amazon.com/waf/latest/developerguide/logging.html",
  controls: {
    fsbp: ["WAF.1", "WAF.11"],
    checkov: ["CKV2_AWS_31", "CKV_AWS_176"],
    cdkNag: ["WAFv2LoggingEnabled"],
    prowler: [
      "wafv2_webacl_logging_enabled",
      "waf_regional_webacl_logging_enabled",
      "waf_global_webacl_logging_enabled",
    ],
  },
  types: [WEB_ACL, ...CLASSIC_WEB_ACLS],
  guards: ["loggingConfiguration"],
  evidence: [LOGGING],
  judge: (acl, _config, program) =>
    acl.type === WEB_ACL
      ? mustHave(
          "logging",
          program.dependents(acl, [LOGGING], "resourceArn"),
          () => true,
          "Nothing logs what the web ACL sees; add a WebAclLoggingConfiguration.",
        )
      : mustBeSet(acl, "loggingConfiguration", "name a delivery stream as its logDestination."),
});
