import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { isReportFormat, REPORT_FORMATS, ReportError, toJson, writeReport } from "../../src/reports";
import { brokenStack, previewOf } from "./documents";

describe("writeReport", () => {
  const document = previewOf(brokenStack());
  let directory: string;

  beforeEach(() => {
    directory = fs.mkdtempSync(path.join(os.tmpdir(), "preflight-reports-"));
  });
  afterEach(() => {
    fs.rmSync(directory, { recursive: true });
  });

  const beginnings: Record<(typeof REPORT_FORMATS)[number], string> = {
    json: '{\n  "version": 1,',
    junit: "<?xml",
    markdown: "## ❌ Preview",
    sarif: '{\n  "$schema"',
  };
  for (const format of REPORT_FORMATS) {
    it(`writes ${format} and makes the directories above it`, async () => {
      const file = path.join(directory, "a", "b", "report");
      await writeReport(format, file, document);
      assert.ok(fs.readFileSync(file, "utf8").startsWith(beginnings[format]));
    });
  }

  it("replaces an older report", async () => {
    const file = path.join(directory, "report.json");
    fs.writeFileSync(file, "x".repeat(100_000));
    await writeReport("json", file, document);
    assert.equal(fs.readFileSync(file, "utf8"), toJson(document));
  });

  it("locates SARIF results in the project file that it is given", async () => {
    const file = path.join(directory, "report.sarif");
    await writeReport("sarif", file, document, "infra/Pulumi.yaml");
    assert.match(fs.readFileSync(file, "utf8"), /"uri": "infra\/Pulumi\.yaml"/);
  });

  it("names the format, the file and the reason where it cannot write", async () => {
    await assert.rejects(
      writeReport("junit", directory, document),
      new ReportError(`The junit report cannot be written to ${directory}: it is a directory (EISDIR).`),
    );
    const blocker = path.join(directory, "file");
    fs.writeFileSync(blocker, "");
    const below = path.join(blocker, "deeper", "report.json");
    await assert.rejects(
      writeReport("json", below, document),
      new ReportError(
        `The json report cannot be written to ${below}: a file stands where a directory is needed (ENOTDIR).`,
      ),
    );
  });
});

describe("isReportFormat", () => {
  it("knows the formats and nothing else", () => {
    assert.ok(REPORT_FORMATS.every(isReportFormat));
    assert.ok(!isReportFormat("html"));
    assert.ok(!isReportFormat("toString"));
  });
});
