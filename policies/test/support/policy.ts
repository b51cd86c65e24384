/** An IAM policy document of statements, as a program gives it. */
export function document(...statements: Record<string, unknown>[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

/** A statement of a key's policy that allows everything to principals. */
export function allow(principal: unknown, more: Record<string, unknown> = {}): Record<string, unknown> {
  return { Effect: "Allow", Principal: principal, Action: "kms:*", Resource: "*", ...more };
}

export const ACCOUNT = { AWS: "arn:aws:iam::111122223333:root" };
