import rule from "../../../rules/lb/listener-has-acm-certificate";
import * as assert from "node:assert/strict";
import { judge, UNKNOWN_VALUE } from "../../support/pack";
import { describeRule } from "../../support/table";

const CHANGE = "name the ARN of a certificate of AWS Certificate Manager.";
const ACM = "arn:aws:acm:eu-west-1:123456789012:certificate/12345678-1234-1234-1234-123456789012";
const IAM = "arn:aws:iam::123456789012:server-certificate/web";

describeRule(rule, [
  {
    it: "fails an HTTPS listener without a certificate",
    fails: { protocol: "HTTPS" },
    messages: [`certificateArn is not set; ${CHANGE}`],
    passes: {
      "one of AWS Certificate Manager": { certificateArn: ACM },
      "plain HTTP, which another rule is about": { protocol: "HTTP" },
    },
  },
  {
    it: "fails a TLS listener with a server certificate of IAM",
    type: "aws:alb/listener:Listener",
    fails: { protocol: "TLS", certificateArn: IAM },
    messages: [`certificateArn is another value; ${CHANGE}`],
    passes: { "one of AWS Certificate Manager": { certificateArn: ACM } },
  },
  {
    it: "fails a further certificate of IAM",
    type: "aws:lb/listenerCertificate:ListenerCertificate",
    fails: { certificateArn: IAM },
    messages: [`certificateArn is another value; ${CHANGE}`],
    passes: { "one of AWS Certificate Manager": { certificateArn: ACM } },
  },
  {
    it: "fails a server certificate that the program uploads",
    fails: { protocol: "HTTPS", certificateArn: UNKNOWN_VALUE },
    others: [{ type: "aws:iam/serverCertificate:ServerCertificate", name: "uploaded", inputs: {} }],
    more: { sources: { certificateArn: ["uploaded"] } },
    messages: [`certificateArn is a server certificate of IAM; ${CHANGE} (end)`],
    failsUnknown: true,
    passes: { "one of AWS Certificate Manager": { certificateArn: ACM } },
  },
]);

describe("a listener's certificate of the program", () => {
  const verdicts = (...types: string[]) => {
    const sources = types.map((type, index) => ({ type, name: `source${index}`, inputs: {} }));
    const listener = {
      ...{ type: "aws:lb/listener:Listener", name: "it" },
      inputs: { protocol: "HTTPS", certificateArn: UNKNOWN_VALUE },
      sources: { certificateArn: sources.map(({ name }) => name) },
    };
    return judge([rule], [...sources, listener], { [rule.name]: { onUnknown: "advisory" } });
  };

  it("passes where it is validated", async () => {
    assert.deepEqual(await verdicts("aws:acm/certificateValidation:CertificateValidation"), []);
  });

  it("cannot be told where one of its sources is of another kind", async () => {
    const lines = await verdicts("aws:acm/certificate:Certificate", "pulumi:pulumi:StackReference");
    assert.match(lines.join(), /^advisory it: [^]*\(end\)$/);
  });

  it("cannot be told where it may be IAM's or AWS Certificate Manager's", async () => {
    const lines = await verdicts("aws:iam/serverCertificate:ServerCertificate", "aws:acm/certificate:Certificate");
    assert.match(lines.join(), /^advisory it: [^]*\(end\)$/);
  });
});
