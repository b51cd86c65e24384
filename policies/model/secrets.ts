/** The forms in which secrets are written into scripts and configuration, with what to call them. */
const FORMS: [kind: string, form: RegExp][] = [
  ["an AWS access key", /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/],
  ["a private key", /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/],
  ["a URL with a password", /:\/\/[^\s/:@"']+:[^\s/:@"'$<{]{3,}@/],
  [
    "a password, a token or a secret key",
    // A value that a script takes from elsewhere begins with $, a backtick or a bracket.
    /(?:password|passwd|secret|(?:secret|access|api)_?key|(?:auth|access)_?token)["']?[ \t]*[=:][ \t]*["'\\]*(?!arn:|https?:)[^\s"'`$<>{}()[\];|&\\]{8,}/i,
  ],
];

/** What a text holds that has the form of a secret, by kind; never the secret itself. */
export function secretIn(text: string): string | undefined {
  return FORMS.find(([, form]) => form.test(text))?.[0];
}
