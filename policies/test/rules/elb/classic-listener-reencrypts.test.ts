import rule from "../../../rules/elb/classic-listener-reencrypts";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a listener that decrypts for its instances",
    fails: { listeners: [{ lbProtocol: "https", instanceProtocol: "http" }] },
    messages: ['listeners[0].instanceProtocol is http; set it to "https" or "ssl".'],
    passes: { "one that encrypts again": { listeners: [{ lbProtocol: "https", instanceProtocol: "HTTPS" }] } },
  },
]);
