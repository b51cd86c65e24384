import * as assert from "node:assert/strict";
import { parse } from "yaml";
import { ComponentAction, type ComponentDocument, StepFailure, StepOutcome } from "@groundwork/golden-ami";
import { documentYaml } from "../../src/components/document-yaml";

const { CreateFile, ExecuteBash, Reboot, WebDownload } = ComponentAction;

describe("a document as YAML", () => {
  it("has AWSTOE's own words for conditions, loops, parameters and constants", () => {
    const document: ComponentDocument = {
      description: "Does it all",
      parameters: { Source: { default: "https://example.com", description: "Where from" }, Hosts: {} },
      constants: { Folder: "/opt" },
      test: [
        {
          name: "Ping",
          action: ExecuteBash,
          loop: { name: "hosts", list: "{{ Hosts }}", delimiter: ";" },
          inputs: { commands: ["ping -c 1 {{ hosts.value }}"] },
        },
      ],
      build: [
        {
          name: "Download",
          action: WebDownload,
          condition: {
            expression: { fileExists: "/opt/x" },
            then: StepOutcome.Skip,
            otherwise: StepOutcome.Execute,
          },
          timeoutSeconds: 60,
          onFailure: StepFailure.Continue,
          maxAttempts: 3,
          inputs: [{ source: "{{ Source }}", destination: "{{ Folder }}/x" }],
        },
        {
          name: "Count",
          action: ExecuteBash,
          loop: { count: { start: 1, end: 3, updateBy: 1 } },
          inputs: { commands: ["echo {{ loop.index }}"] },
        },
        {
          name: "Each",
          action: ExecuteBash,
          loop: { forEach: ["a", "b"] },
          inputs: { commands: ["echo {{ loop.value }}"] },
        },
        { name: "Restart", action: Reboot },
      ],
    };
    assert.deepEqual(parse(documentYaml("all", document)), {
      name: "all",
      description: "Does it all",
      schemaVersion: "1.0",
      constants: [{ Folder: { type: "string", value: "/opt" } }],
      parameters: [
        { Source: { type: "string", default: "https://example.com", description: "Where from" } },
        { Hosts: { type: "string" } },
      ],
      phases: [
        {
          name: "build",
          steps: [
            {
              name: "Download",
              action: "WebDownload",
              if: { fileExists: "/opt/x", then: "Skip", else: "Execute" },
              timeoutSeconds: 60,
              onFailure: "Continue",
              maxAttempts: 3,
              inputs: [{ source: "{{ Source }}", destination: "{{ Folder }}/x" }],
            },
            {
              name: "Count",
              action: "ExecuteBash",
              loop: { for: { start: 1, end: 3, updateBy: 1 } },
              inputs: { commands: ["echo {{ loop.index }}"] },
            },
            {
              name: "Each",
              action: "ExecuteBash",
              loop: { forEach: ["a", "b"] },
              inputs: { commands: ["echo {{ loop.value }}"] },
            },
            { name: "Restart", action: "Reboot" },
          ],
        },
        {
          name: "test",
          steps: [
            {
              name: "Ping",
              action: "ExecuteBash",
              loop: { name: "hosts", forEach: { list: "{{ Hosts }}", delimiter: ";" } },
              inputs: { commands: ["ping -c 1 {{ hosts.value }}"] },
            },
          ],
        },
      ],
    });
  });

  it("keeps texts texts, whichever version of YAML reads them, and scripts whole", () => {
    const script = `set -e\nif true; then\n  echo "a: b" ${"x".repeat(200)}\nfi\n`;
    const inputs = [{ path: "/x", permissions: "0644", owner: "yes", group: "on", content: script }];
    const text = documentYaml("file", { build: [{ name: "File", action: CreateFile, inputs }] });
    for (const version of ["1.1", "1.2"] as const) {
      const read = parse(text, { version }) as { schemaVersion: string; phases: [{ steps: [{ inputs: unknown }] }] };
      assert.deepEqual(read.phases[0].steps[0].inputs, inputs);
      assert.equal(read.schemaVersion, "1.0");
    }
  });

  it("repeats what stands twice, since AWSTOE's documents have no anchors", () => {
    const inputs = { commands: ["true"] };
    const step = { action: ExecuteBash, inputs };
    const text = documentYaml("twice", {
      build: [
        { ...step, name: "One" },
        { ...step, name: "Two" },
      ],
    });
    assert.doesNotMatch(text, /[&*]/);
  });
});
