import rule from "../../../rules/wafv2/web-acl-is-logged";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a web ACL that nothing logs",
    fails: {},
    messages: ["Nothing logs what the web ACL sees; add a WebAclLoggingConfiguration. (end)"],
    passes: {},
    passesWith: {
      "one with a logging configuration": [
        {
          ...{ type: "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration", name: "logging", inputs: {} },
          sources: { resourceArn: ["it"] },
        },
      ],
    },
  },
  {
    it: "fails one of AWS WAF Classic without a destination",
    type: "aws:wafregional/webAcl:WebAcl",
    fails: {},
    messages: ["loggingConfiguration is not set; name a delivery stream as its logDestination."],
    passes: { "one with a destination": { loggingConfiguration: { logDestination: "arn" } } },
  },
]);
