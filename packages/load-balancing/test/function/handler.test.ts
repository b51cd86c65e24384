import * as assert from "node:assert/strict";
import { albHandler, isHealthCheck, toRequest } from "@groundwork/load-balancing/handler";
import type { ALBEvent } from "aws-lambda";

const CONTEXT = {
  elb: {
    targetGroupArn:
      "arn:aws:elasticloadbalancing:us-east-2:123456789012:targetgroup/lambda-279XGJDqGZ5rsrHC2Fjr/49e9d65c45c6791a",
  },
};

/** An event of a target group without multi-value headers, as AWS's guide shows it. */
const SINGLE: ALBEvent = {
  requestContext: CONTEXT,
  httpMethod: "GET",
  path: "/lambda",
  queryStringParameters: { query: "1234ABCD", name: "a%20b" },
  headers: {
    accept: "text/html,application/xhtml+xml",
    "accept-encoding": "gzip",
    cookie: "session=1; theme=dark",
    host: "lambda-alb-123578498.us-east-2.elb.amazonaws.com",
    "x-amzn-trace-id": "Root=1-5c536348-3d683b8b04734faae651f476",
    "x-forwarded-for": "72.12.164.125",
    "x-forwarded-port": "80",
    "x-forwarded-proto": "http",
  },
  body: "",
  isBase64Encoded: false,
};

/** The same request with multi-value headers. */
const MULTIPLE: ALBEvent = {
  requestContext: CONTEXT,
  httpMethod: "GET",
  path: "/lambda",
  multiValueQueryStringParameters: { myKey: ["val1", "val2"] },
  multiValueHeaders: {
    host: ["lambda-alb-123578498.us-east-2.elb.amazonaws.com"],
    "x-forwarded-proto": ["https"],
    accept: ["text/html", "application/json"],
  },
  body: "",
  isBase64Encoded: false,
};

/** A health check, as the load balancer sends it. */
const HEALTH_CHECK: ALBEvent = {
  requestContext: CONTEXT,
  httpMethod: "GET",
  path: "/",
  queryStringParameters: {},
  headers: { "user-agent": "ELB-HealthChecker/2.0" },
  body: "",
  isBase64Encoded: false,
};

/** What an action logs as errors, kept off the terminal. */
async function withoutConsole(action: () => Promise<void>): Promise<unknown[]> {
  const { error } = console;
  const logged: unknown[] = [];
  console.error = (value: unknown) => logged.push(value);
  try {
    await action();
  } finally {
    console.error = error;
  }
  return logged;
}

describe("toRequest", () => {
  it("rebuilds the address, leaving the query string encoded as it came", () => {
    assert.equal(
      toRequest(SINGLE).url,
      "http://lambda-alb-123578498.us-east-2.elb.amazonaws.com/lambda?query=1234ABCD&name=a%20b",
    );
  });

  it("keeps each value of a header and of a query parameter", () => {
    const request = toRequest(MULTIPLE);
    assert.deepEqual(new URL(request.url).searchParams.getAll("myKey"), ["val1", "val2"]);
    assert.equal(request.headers.get("accept"), "text/html, application/json");
  });

  it("decodes a binary body", async () => {
    const bytes = Buffer.from([0, 255, 128, 10]);
    const request = toRequest({
      ...SINGLE,
      httpMethod: "PUT",
      body: bytes.toString("base64"),
      isBase64Encoded: true,
    });
    assert.deepEqual(Buffer.from(await request.arrayBuffer()), bytes);
  });

  it("reads a form and a text that is not ASCII", async () => {
    const headers = { ...SINGLE.headers, "content-type": "application/x-www-form-urlencoded" };
    const form = await toRequest({ ...SINGLE, httpMethod: "POST", headers, body: "name=Zo%C3%AB" }).formData();
    assert.equal(form.get("name"), "Zoë");
    assert.equal(await toRequest({ ...SINGLE, httpMethod: "POST", body: "Zoë" }).text(), "Zoë");
  });

  it("takes a health check, which names no host", () => {
    assert.equal(toRequest(HEALTH_CHECK).url, "https://localhost/");
    assert.ok(isHealthCheck(HEALTH_CHECK));
    assert.ok(
      isHealthCheck({
        ...HEALTH_CHECK,
        headers: undefined,
        multiValueHeaders: { "user-agent": ["ELB-HealthChecker/2.0"] },
      }),
    );
    assert.ok(!isHealthCheck(SINGLE));
  });
});

describe("albHandler", () => {
  it("answers text as it is", async () => {
    const handler = albHandler((request) => new Response(`path ${new URL(request.url).pathname}`, { status: 201 }));
    assert.deepEqual(await handler(SINGLE), {
      statusCode: 201,
      statusDescription: "201 Created",
      headers: { "content-type": "text/plain;charset=UTF-8" },
      body: "path /lambda",
      isBase64Encoded: false,
    });
  });

  it("answers in lists where the request came in lists, with every cookie", async () => {
    const handler = albHandler(() => {
      const headers = new Headers({ "content-type": "application/json" });
      headers.append("set-cookie", "a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT");
      headers.append("set-cookie", "b=2");
      return new Response("{}", { headers });
    });
    const result = await handler(MULTIPLE);
    assert.equal(result.headers, undefined);
    assert.deepEqual(result.multiValueHeaders, {
      "content-type": ["application/json"],
      "set-cookie": ["a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT", "b=2"],
    });
  });

  it("refuses to lose cookies where answers cannot hold lists, and logs what to change", async () => {
    const cookies = (count: number) =>
      albHandler(() => {
        const headers = new Headers();
        for (let index = 0; index < count; index += 1) {
          headers.append("set-cookie", `c${index}=1`);
        }
        return new Response(null, { headers });
      });
    assert.deepEqual((await cookies(1)(SINGLE)).headers, { "set-cookie": "c0=1" });
    const logged = await withoutConsole(async () => {
      assert.equal((await cookies(2)(SINGLE)).statusCode, 500);
    });
    assert.match(String(logged[0]), /sets 2 cookies, of which only one would arrive; set multiValueHeaders/);
  });

  it("answers binary and compressed bodies in base64", async () => {
    const bytes = Buffer.from([137, 80, 78, 71]);
    const image = await albHandler(() => new Response(bytes, { headers: { "content-type": "image/png" } }))(SINGLE);
    assert.equal(image.isBase64Encoded, true);
    assert.deepEqual(Buffer.from(image.body ?? "", "base64"), bytes);
    const headers = { "content-type": "text/html", "content-encoding": "gzip" };
    const zipped = await albHandler(() => new Response(bytes, { headers }))(SINGLE);
    assert.deepEqual(Buffer.from(zipped.body ?? "", "base64"), bytes);
  });

  it("answers 500 if the application throws, and tells the client nothing of it", async () => {
    const failure = new Error("the password is hunter2");
    const logged = await withoutConsole(async () => {
      const result = await albHandler(() => {
        throw failure;
      })(SINGLE);
      assert.equal(result.statusCode, 500);
      assert.equal(result.body, "Internal Server Error");
    });
    assert.deepEqual(logged, [failure]);
  });
});
