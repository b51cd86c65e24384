/**
 * The glue between an Application Load Balancer and a function that speaks the web's own Request and Response.
 *
 * It runs in the function, so it imports nothing that is not part of Node.js.
 */
import { STATUS_CODES } from "node:http";
import type { ALBEvent, ALBResult } from "aws-lambda";

/** A function from a request to its response. */
export type FetchHandler = (request: Request, event: ALBEvent) => Response | Promise<Response>;

/** The user agent of health checks. */
const HEALTH_CHECKER = "ELB-HealthChecker/";

/** Content types whose bodies are text, and so travel as they are. */
const TEXT =
  /^(text\/|application\/(json|javascript|xml|[\w.+-]+\+(json|xml))\b|application\/x-www-form-urlencoded\b)/i;

/** Methods whose requests have no body. */
const BODILESS = new Set(["GET", "HEAD"]);

/**
 * A Lambda handler for an Application Load Balancer.
 *
 * @example
 * export const handler = albHandler((request) => new Response(`Hello from ${new URL(request.url).pathname}`));
 *
 * @param fetch Answers a request. If it throws, the client gets 500 and the log the error.
 */
export function albHandler(fetch: FetchHandler): (event: ALBEvent) => Promise<ALBResult> {
  return async (event) => {
    try {
      return await toResult(await fetch(toRequest(event), event), event);
    } catch (error) {
      console.error(error);
      return await toResult(new Response("Internal Server Error", { status: 500 }), event);
    }
  };
}

/** Whether an event is a health check, which comes from the load balancer itself. */
export function isHealthCheck(event: ALBEvent): boolean {
  const agent = event.multiValueHeaders?.["user-agent"]?.[0] ?? event.headers?.["user-agent"] ?? "";
  return agent.startsWith(HEALTH_CHECKER);
}

/** The request that a load balancer's event stands for. */
export function toRequest(event: ALBEvent): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(event.headers ?? {})) {
    if (value !== undefined) {
      headers.append(name, value);
    }
  }
  for (const [name, values] of Object.entries(event.multiValueHeaders ?? {})) {
    for (const value of values ?? []) {
      headers.append(name, value);
    }
  }
  const body = event.body === null || event.body === "" || BODILESS.has(event.httpMethod) ? undefined : event.body;
  return new Request(url(event, headers), {
    method: event.httpMethod,
    headers,
    ...(body === undefined ? {} : { body: event.isBase64Encoded ? Buffer.from(body, "base64") : body }),
  });
}

/** The address that the client asked for. Keys and values of the query string come encoded, so they stay as they are. */
function url(event: ALBEvent, headers: Headers): string {
  const pairs: string[] = [];
  for (const [key, value] of Object.entries(event.queryStringParameters ?? {})) {
    pairs.push(`${key}=${value ?? ""}`);
  }
  for (const [key, values] of Object.entries(event.multiValueQueryStringParameters ?? {})) {
    pairs.push(...(values ?? []).map((value) => `${key}=${value}`));
  }
  const protocol = headers.get("x-forwarded-proto") ?? "https";
  // A health check has no host that a client would know.
  const host = headers.get("host") ?? "localhost";
  return `${protocol}://${host}${event.path}${pairs.length === 0 ? "" : `?${pairs.join("&")}`}`;
}

/**
 * The answer as the load balancer takes it: with lists of headers if and only if the event had them, because the target
 * group is set to either.
 */
export async function toResult(response: Response, event: ALBEvent): Promise<ALBResult> {
  const bytes = Buffer.from(await response.arrayBuffer());
  const text = isText(response.headers);
  return {
    statusCode: response.status,
    statusDescription: `${response.status} ${response.statusText || (STATUS_CODES[response.status] ?? "Unknown")}`,
    ...(event.multiValueHeaders === undefined ? single(response.headers) : multiple(response.headers)),
    body: bytes.toString(text ? "utf8" : "base64"),
    isBase64Encoded: !text,
  };
}

/** Whether a body can travel as it is: text that is not compressed. */
function isText(headers: Headers): boolean {
  const type = headers.get("content-type");
  return !headers.has("content-encoding") && (type === null || TEXT.test(type));
}

function multiple(headers: Headers): Pick<ALBResult, "multiValueHeaders"> {
  const lists: Record<string, string[]> = {};
  headers.forEach((value, name) => {
    if (name !== "set-cookie") {
      lists[name] = [value];
    }
  });
  const cookies = headers.getSetCookie();
  return { multiValueHeaders: cookies.length === 0 ? lists : { ...lists, "set-cookie": cookies } };
}

/** Headers where each name may occur once, as in a target group without multi-value headers. */
function single(headers: Headers): Pick<ALBResult, "headers"> {
  const cookies = headers.getSetCookie();
  if (cookies.length > 1) {
    throw new Error(
      `The answer sets ${cookies.length} cookies, of which only one would arrive; set multiValueHeaders of lambdaTarget.`,
    );
  }
  return { headers: Object.fromEntries(headers) };
}
