import * as assert from "node:assert/strict";
import { handler } from "../../functions/status";

describe("status function", () => {
  it("answers the load balancer in the form that it takes, and forbids to keep the answer", async () => {
    const result = await handler({
      requestContext: { elb: { targetGroupArn: "arn:of:target-group" } },
      httpMethod: "GET",
      path: "/status",
      multiValueQueryStringParameters: {},
      multiValueHeaders: { host: ["dev.example.com"], "x-forwarded-proto": ["https"] },
      body: "",
      isBase64Encoded: false,
    });
    assert.equal(result.statusCode, 200);
    assert.deepEqual(JSON.parse(result.body!), { status: "ok" });
    assert.deepEqual(result.multiValueHeaders?.["cache-control"], ["no-store"]);
    assert.deepEqual(result.multiValueHeaders?.["content-type"], ["application/json"]);
  });
});
