import rule from "../../../rules/lb/listener-redirects-http";
import { describeRule } from "../../support/table";

const redirect = (protocol?: string) => ({
  type: "redirect",
  redirect: { statusCode: "HTTP_301", ...(protocol !== undefined && { protocol }) },
});

describeRule(rule, [
  {
    it: "fails an HTTP listener that forwards",
    fails: { protocol: "HTTP", defaultActions: [{ type: "forward", targetGroupArn: "arn" }] },
    messages: ["defaultActions[0].type is forward; redirect to HTTPS."],
    passes: {
      "one that redirects to HTTPS": { defaultActions: [redirect("HTTPS")] },
      "one action where a list is due": { defaultActions: redirect("HTTPS") },
      "one that answers by itself": { defaultActions: [{ type: "fixed-response" }] },
      "a listener that encrypts": { protocol: "HTTPS" },
      "a listener of another kind": { protocol: "TCP" },
    },
  },
  {
    it: "fails a redirect that stays at HTTP",
    type: "aws:alb/listener:Listener",
    fails: { protocol: "HTTP", defaultActions: [redirect("HTTP")] },
    messages: ['defaultActions[0].redirect.protocol is HTTP; set it to "HTTPS".'],
    passes: { "one to HTTPS": { defaultActions: [redirect("HTTPS")] } },
  },
  {
    it: "fails a redirect without a protocol, because it keeps the request's",
    fails: { protocol: "HTTP", defaultActions: [redirect()] },
    messages: ['defaultActions[0].redirect.protocol is not set, and AWS takes #{protocol} then; set it to "HTTPS".'],
    passes: { "one to HTTPS": { defaultActions: [redirect("HTTPS")] } },
  },
]);
