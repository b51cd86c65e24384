import rule from "../../../rules/lb/log-bucket-lets-load-balancer-write";
import * as assert from "node:assert/strict";
import { judge, UNKNOWN_VALUE, type Registration } from "../../support/pack";
import { describeRule } from "../../support/table";

const WRITER = "logdelivery.elasticloadbalancing.amazonaws.com";
const MESSAGE =
  "accessLogs names a bucket whose policy does not let Elastic Load Balancing write; allow it s3:PutObject. (end)";

const bucket = { type: "aws:s3/bucket:Bucket", name: "logs", inputs: {} };
const allow = (Principal: Record<string, unknown>) => ({
  Statement: { Effect: "Allow", Action: ["s3:PutObject"], Principal },
});

function policy(document: unknown): Registration {
  return {
    type: "aws:s3/bucketPolicy:BucketPolicy",
    name: "policy",
    inputs: { policy: document },
    sources: { bucket: ["logs"] },
  };
}

describeRule(rule, [
  {
    it: "fails a bucket of the program without a policy",
    fails: { accessLogs: { bucket: UNKNOWN_VALUE, enabled: true } },
    others: [bucket],
    more: { sources: { accessLogs: ["logs"] } },
    messages: [MESSAGE],
    passes: {},
    passesWith: {
      "one with AWS's policy for every Region": [
        policy(allow({ Service: "logdelivery.elasticloadbalancing.amazonaws.com" })),
      ],
      "one with the policy for older Regions": [
        policy(JSON.stringify(allow({ AWS: ["arn:aws:iam::156460612806:root"] }))),
      ],
    },
  },
  {
    it: "fails a classic load balancer's bucket whose policy is about reading, or denies, or is for others",
    type: "aws:elb/loadBalancer:LoadBalancer",
    fails: { accessLogs: { bucket: UNKNOWN_VALUE } },
    others: [bucket],
    later: [
      policy({
        Statement: [
          { ...allow({ Service: WRITER }).Statement, Action: "s3:GetObject" },
          { ...allow({ Service: WRITER }).Statement, Effect: "Deny" },
          allow({ Service: "cloudtrail.amazonaws.com" }).Statement,
        ],
      }),
    ],
    more: { sources: { accessLogs: ["logs"] } },
    messages: [MESSAGE],
    passes: {},
  },
]);

describe("a load balancer's log bucket", () => {
  const balancer = { type: "aws:lb/loadBalancer:LoadBalancer", name: "it", inputs: { accessLogs: { bucket: "logs" } } };

  it("of elsewhere is left alone", async () => {
    assert.deepEqual(await judge([rule], [bucket, balancer]), []);
  });

  it("cannot be judged where its policy is known only at deployment", async () => {
    const own = { ...balancer, sources: { accessLogs: ["logs"] } };
    const lines = await judge([rule], [bucket, own, policy(UNKNOWN_VALUE)], { [rule.name]: { onUnknown: "advisory" } });
    assert.match(lines.join(), /^advisory it: [^]*\(end\)$/);
  });
});
