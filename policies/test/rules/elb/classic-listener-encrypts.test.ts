import rule from "../../../rules/elb/classic-listener-encrypts";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails plain HTTP and plain TCP beside a listener that encrypts",
    fails: { listeners: [{ lbProtocol: "http" }, { lbProtocol: "TCP" }, { lbProtocol: "HTTPS" }] },
    messages: [
      'listeners[0].lbProtocol is http; set it to "https" or "ssl".',
      'listeners[1].lbProtocol is TCP; set it to "https" or "ssl".',
    ],
    passes: {
      "one that encrypts everything": { listeners: [{ lbProtocol: "https" }, { lbProtocol: "SSL" }] },
      "one listener where a list is due": { listeners: { lbProtocol: "ssl" } },
    },
  },
]);
