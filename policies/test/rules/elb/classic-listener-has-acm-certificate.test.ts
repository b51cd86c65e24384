import rule from "../../../rules/elb/classic-listener-has-acm-certificate";
import { UNKNOWN_VALUE } from "../../support/pack";
import { describeRule } from "../../support/table";

const CHANGE = "name the ARN of a certificate of AWS Certificate Manager.";
const ACM = "arn:aws:acm:eu-west-1:123456789012:certificate/12345678-1234-1234-1234-123456789012";
const listener = (lbProtocol: string, sslCertificateId?: string) => ({
  lbProtocol,
  ...(sslCertificateId !== undefined && { sslCertificateId }),
});

describeRule(rule, [
  {
    it: "fails a server certificate of IAM",
    fails: { listeners: [listener("https", "arn:aws:iam::123456789012:server-certificate/web"), listener("http")] },
    messages: [`listeners[0].sslCertificateId is another value; ${CHANGE}`],
    passes: { "one of AWS Certificate Manager": { listeners: [listener("https", ACM), listener("http")] } },
  },
  {
    it: "fails an SSL listener without a certificate",
    fails: { listeners: [listener("SSL")] },
    messages: [`listeners[0].sslCertificateId is not set; ${CHANGE}`],
    passes: {
      "one of AWS Certificate Manager": { listeners: [listener("SSL", ACM)] },
      "plain TCP, which another rule is about": { listeners: [listener("TCP")] },
    },
  },
  {
    it: "fails a server certificate that the program uploads",
    fails: { listeners: [listener("ssl", UNKNOWN_VALUE)] },
    others: [{ type: "aws:iam/serverCertificate:ServerCertificate", name: "uploaded", inputs: {} }],
    more: { sources: { listeners: ["uploaded"] } },
    messages: [`listeners[0].sslCertificateId is a server certificate of IAM; ${CHANGE} (end)`],
    passes: { "one of AWS Certificate Manager": { listeners: [listener("ssl", ACM)] } },
  },
]);
