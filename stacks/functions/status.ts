import { albHandler } from "@groundwork/load-balancing/handler";

/** Answers that the environment is there, whatever becomes of its fleet. */
export const handler = albHandler(() =>
  Response.json({ status: "ok", region: process.env["AWS_REGION"] }, { headers: { "cache-control": "no-store" } }),
);
