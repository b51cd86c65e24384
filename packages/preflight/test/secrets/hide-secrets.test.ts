import * as assert from "node:assert/strict";
import { type StackReport } from "../../src/document";
import { hideSecrets } from "../../src/secrets/hide-secrets";
import { KnownSecrets } from "../../src/secrets/known-secrets";

const SECRET = "hunter2";
const URN = (name: string): string => `urn:pulumi:hunter2::hunter2::hunter2:index:Thing::${name}`;

/** A report in which every text that may hold the secret does, and so does every name that is not the program's. */
function reportWith(word: string): StackReport {
  const urn = URN(`${word}::x`);
  const about = { pack: SECRET, packVersion: SECRET, policy: SECRET, urn };
  return {
    stack: SECRET,
    project: SECRET,
    ok: false,
    durationMs: 1,
    resources: [
      {
        urn,
        type: SECRET,
        name: word,
        custom: true,
        external: false,
        parent: urn,
        provider: `${URN(word)}::${word}`,
        inputs: { hunter2: [{ [word]: `a ${word}` }, 1, null, true], urn },
        dependencies: [urn],
        propertyDependencies: { hunter2: [urn] },
        options: {
          protect: true,
          ignoreChanges: [word],
          replaceOnChanges: [],
          additionalSecretOutputs: [],
          aliases: [urn, word],
          importId: word,
          pluginDownloadUrl: `https://me:${word}@host`,
        },
      },
    ],
    outputs: { hunter2: word, text: `{"a":"${word}"}` },
    packs: [{ name: SECRET, version: SECRET, policies: 1 }],
    waived: [
      {
        ...about,
        level: "mandatory",
        severity: SECRET,
        message: `a ${word}`,
        description: word,
        remediationSteps: word,
        url: `https://host/${word}`,
        waiver: { expiry: "2026-12-31", approver: word, ticket: word, reason: `a ${word}` },
      },
    ],
    violations: [
      {
        ...about,
        level: "mandatory",
        severity: "high",
        message: word,
        description: word,
        remediationSteps: word,
        url: word,
      },
    ],
    remediations: [{ ...about, properties: [SECRET] }],
    diagnostics: [{ severity: "error", message: `failed: ${word}`, urn }],
  };
}

/** Secrets of a stack's configuration. */
function configured(texts: string[]): KnownSecrets {
  const secrets = new KnownSecrets();
  secrets.learnConfigured(texts);
  return secrets;
}

describe("hideSecrets", () => {
  it("hides a secret in every text of a report, and leaves what others than the program name", () => {
    assert.deepEqual(hideSecrets(reportWith(SECRET), configured([SECRET])), reportWith("[secret]"));
  });

  it("keeps the order of what it changes, as reports are compared", () => {
    const hidden = hideSecrets(reportWith(SECRET), configured([SECRET]));
    assert.equal(JSON.stringify(hidden), JSON.stringify(reportWith("[secret]")));
  });

  it("gives the report itself where no secret is known", () => {
    const report = reportWith(SECRET);
    assert.equal(hideSecrets(report, configured(["xy"])), report);
  });

  it("hides a secret number that stands as a number", () => {
    const report = { ...reportWith("x"), outputs: { pin: 123456, port: 5432 } };
    assert.deepEqual(hideSecrets(report, configured(["123456"])).outputs, { pin: "[secret]", port: 5432 });
  });
});
