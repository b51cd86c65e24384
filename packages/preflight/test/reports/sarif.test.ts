import * as assert from "node:assert/strict";
import { type PreviewDocument } from "../../src/document";
import { toSarif } from "../../src/reports/sarif";
import {
  brokenStack,
  diagnostic,
  failedStack,
  previewOf,
  ROOT,
  stack,
  urnOf,
  violation,
  waived,
  VOLUME_TYPE,
} from "./documents";

/** What the tests read of a log. */
interface Log {
  $schema: string;
  version: string;
  runs: Run[];
}
interface Run {
  tool: { driver: { name: string; rules: { id: string; [property: string]: unknown }[] } };
  automationDetails: { id: string };
  invocations: { executionSuccessful: boolean; exitCode: number; toolExecutionNotifications: unknown[] }[];
  results: Result[];
}
interface Result {
  ruleId: string;
  ruleIndex: number;
  level: string;
  message: { text: string };
  locations: {
    physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number } };
    logicalLocations: { fullyQualifiedName: string; name: string; kind: string }[];
  }[];
  partialFingerprints: Record<string, string>;
  suppressions?: unknown[];
}

function logOf(document: PreviewDocument, projectFile = "Pulumi.yaml"): Log {
  return JSON.parse(toSarif(document, projectFile)) as Log;
}

function onlyRun(log: Log): Run {
  const [run, ...more] = log.runs;
  assert.ok(run !== undefined && more.length === 0);
  return run;
}

describe("toSarif", () => {
  it("suppresses what is waived, with the reason, and nothing else", () => {
    const run = onlyRun(logOf(previewOf(brokenStack({ waived: [waived({ policy: "other" })] }))));
    assert.deepEqual(
      run.results.map(({ ruleId, ruleIndex, level, suppressions }) => [ruleId, ruleIndex, level, suppressions]),
      [
        ["rules/volume-is-encrypted", 0, "error", undefined],
        [
          "rules/other",
          1,
          "error",
          [
            {
              kind: "external",
              status: "accepted",
              justification: "public data (SEC-12, by Jane Doe, until 2026-12-31)",
              properties: { expiry: "2026-12-31", approver: "Jane Doe", ticket: "SEC-12" },
            },
          ],
        ],
      ],
    );
    assert.deepEqual(
      run.tool.driver.rules.map(({ id }) => id),
      ["rules/volume-is-encrypted", "rules/other"],
    );
  });

  it("tells a waived complaint from one that is not, of one policy on one resource", () => {
    const [first, second] = onlyRun(logOf(previewOf(brokenStack({ waived: [waived()] })))).results;
    assert.notDeepEqual(first?.partialFingerprints, second?.partialFingerprints);
  });

  it("has what SARIF 2.1.0 requires: the version, a tool's name, rules with ids, results with messages", () => {
    const log = logOf(previewOf(brokenStack(), stack({ stack: "prod" }), failedStack({ stack: "qa" })));
    assert.equal(log.version, "2.1.0");
    assert.equal(log.$schema, "https://json.schemastore.org/sarif-2.1.0.json");
    assert.deepEqual(
      log.runs.map((run) => [run.tool.driver.name, run.automationDetails.id, run.results.length]),
      [
        ["preflight", "preflight/shop/dev/", 1],
        ["preflight", "preflight/shop/prod/", 0],
        ["preflight", "preflight/shop/qa/", 0],
      ],
    );
    for (const run of log.runs) {
      for (const result of run.results) {
        assert.equal(run.tool.driver.rules[result.ruleIndex]?.id, result.ruleId);
        assert.notEqual(result.message.text, "");
      }
    }
  });

  it("describes each broken policy once as a rule, with what the pack says about it", () => {
    const report = brokenStack({
      violations: [
        violation(),
        violation({ urn: ROOT }),
        violation({ policy: "bare", level: "advisory", severity: "", description: "", remediationSteps: "", url: "x" }),
      ],
    });
    assert.deepEqual(onlyRun(logOf(previewOf(report))).tool.driver.rules, [
      {
        id: "rules/volume-is-encrypted",
        name: "volume-is-encrypted",
        shortDescription: { text: "Volumes are encrypted." },
        help: { text: "Set encrypted to true." },
        helpUri: "https://example.com/ebs",
        defaultConfiguration: { level: "error" },
        properties: {
          pack: "rules",
          packVersion: "1.0.0",
          tags: ["policy", "security"],
          "security-severity": "8.0",
        },
      },
      {
        id: "rules/bare",
        name: "bare",
        shortDescription: { text: "bare" },
        defaultConfiguration: { level: "warning" },
        properties: { pack: "rules", packVersion: "1.0.0", tags: ["policy"] },
      },
    ]);
  });

  it("locates a result in the project file and at its resource, or at the stack", () => {
    const report = brokenStack({ violations: [violation(), violation({ urn: "" })] });
    const { results } = onlyRun(logOf(previewOf(report), "infra\\my stack\\Pulumi.yaml"));
    assert.deepEqual(results[0]?.locations, [
      {
        physicalLocation: {
          artifactLocation: { uri: "infra/my%20stack/Pulumi.yaml" },
          region: { startLine: 1 },
        },
        logicalLocations: [
          { fullyQualifiedName: urnOf(VOLUME_TYPE, "data"), name: "aws:ebs:Volume data", kind: "resource" },
        ],
      },
    ]);
    assert.deepEqual(results[1]?.locations[0]?.logicalLocations, [
      { fullyQualifiedName: "shop/dev", name: "dev", kind: "module" },
    ]);
  });

  it("maps mandatory to error, advisory to warning and what was mended to note", () => {
    const levels = ["mandatory", "advisory", "remediate", "disabled"] as const;
    const report = brokenStack({ violations: levels.map((level) => violation({ level, policy: level })) });
    assert.deepEqual(
      onlyRun(logOf(previewOf(report))).results.map(({ level }) => level),
      ["error", "warning", "note", "none"],
    );
  });

  it("gives a finding the same fingerprint in the next run, whatever values its message carries", () => {
    const print = (message: string): unknown =>
      onlyRun(logOf(previewOf(brokenStack({ violations: [violation({ message })] })))).results[0]?.partialFingerprints;
    assert.deepEqual(print("now 1"), print("now 2"));
  });

  it("gives different findings different fingerprints, or code scanning would take them for one", () => {
    const violations = [
      violation(),
      violation(),
      violation({ urn: ROOT }),
      violation({ policy: "other" }),
      violation({ pack: "other" }),
    ];
    const log = logOf(previewOf(brokenStack({ violations }), brokenStack({ stack: "prod", violations })));
    const prints = log.runs.flatMap(({ results }) => results.map(({ partialFingerprints }) => partialFingerprints));
    for (const key of ["preflight/v1", "primaryLocationLineHash"]) {
      assert.equal(new Set(prints.map((print) => print[key])).size, 10);
    }
  });

  it("says whether the preview ran to its end, and tells diagnostics and remediations as notifications", () => {
    const remediation = { pack: "rules", packVersion: "1.0.0", policy: "tags", urn: ROOT, properties: ["a", "b"] };
    const report = failedStack({
      remediations: [remediation],
      diagnostics: [
        diagnostic({ message: "no\u001b[0m", urn: ROOT }),
        diagnostic({ severity: "warning", message: "old" }),
        diagnostic({ severity: "info", message: "hi" }),
        diagnostic({ severity: "debug", message: "hush" }),
      ],
    });
    assert.deepEqual(onlyRun(logOf(previewOf(report))).invocations, [
      {
        executionSuccessful: false,
        exitCode: 3,
        toolExecutionNotifications: [
          { level: "error", message: { text: "pulumi:pulumi:Stack shop-dev: no" } },
          { level: "warning", message: { text: "old" } },
          { level: "note", message: { text: "hi" } },
          { level: "note", message: { text: "pulumi:pulumi:Stack shop-dev: rules/tags changed a, b" } },
        ],
      },
    ]);
    const [broken] = onlyRun(logOf(previewOf(brokenStack()))).invocations;
    assert.deepEqual([broken?.executionSuccessful, broken?.exitCode], [true, 1]);
  });
});
