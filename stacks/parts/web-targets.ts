import { type TargetGroupArgs } from "@groundwork/load-balancing";

/** The port on which the web AMI answers, over TLS: see `images/web-server.yaml`. */
export const WEB_PORT = 8443;

/** The target group of a fleet of the web AMI. */
export const webTargets: TargetGroupArgs = { port: WEB_PORT, healthCheck: { path: "/health" } };
