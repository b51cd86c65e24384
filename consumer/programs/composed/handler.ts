import { albHandler } from "@groundwork/load-balancing/handler";

export const handler = albHandler(() => new Response("up"));
