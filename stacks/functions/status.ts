/** What an Application Load Balancer expects of a function. */
interface AlbResponse {
  statusCode: number;
  multiValueHeaders: Record<string, string[]>;
  body: string;
}

/** Answers that the environment is there, whatever becomes of its fleet. */
export function handler(): Promise<AlbResponse> {
  return Promise.resolve({
    statusCode: 200,
    multiValueHeaders: { "content-type": ["application/json"], "cache-control": ["no-store"] },
    body: JSON.stringify({ status: "ok", region: process.env["AWS_REGION"] }),
  });
}
