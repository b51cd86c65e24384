import { spawn } from "node:child_process";
import * as path from "node:path";
import {
  type Json,
  type PreviewDocument,
  type ResourceReport,
  type StackReport,
  type Violation,
  type WaivedViolation,
} from "../../../src/document";
import { type ProjectCopy } from "./project";
import { type RunOptions } from "./pulumi";
import { byUrn, filled, NOTE, type PreviewView, reported, type ResourceView, sortedByText, withUnknown } from "./view";

const COMMAND = path.join(__dirname, "..", "..", "..", "bin", "preflight.js");

/** What preflight ended in. */
export interface PreflightRun {
  code: number;
  report: StackReport;
}

/** Previews a stack with preflight. */
export async function preflight(project: ProjectCopy, stack: string, options: RunOptions = {}): Promise<PreflightRun> {
  const packs = (options.policyPacks ?? []).flatMap((folder) => ["--policy-pack", folder]);
  const configs = (options.policyPackConfigs ?? []).flatMap((file) => ["--policy-pack-config", file]);
  const args = [COMMAND, "--cwd", project.root, "--stack", stack, "--json", ...packs, ...configs];
  const inherited = Object.entries(process.env).filter(([name]) => !/^(AWS_|PULUMI_)/.test(name));
  const child = spawn(process.execPath, args, {
    env: Object.fromEntries(inherited),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [code, output, errors] = await new Promise<[number, string, string]>((resolve, reject) => {
    let output = "";
    let errors = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (errors += text));
    child.on("error", reject);
    child.on("close", (status) => resolve([status ?? -1, output, errors]));
  });
  return { code, report: reportIn(output, errors, code) };
}

function reportIn(output: string, errors: string, code: number): StackReport {
  try {
    const [report] = (JSON.parse(output) as PreviewDocument).stacks;
    if (report !== undefined) {
      return report;
    }
  } catch {
    // What is no document is shown below.
  }
  throw new Error(`preflight ended with ${code} and without a report:\n${output}\n${errors}`);
}

/** Preflight's report in the form that it shares with the engine's. */
export function preflightView(report: StackReport): PreviewView {
  return {
    resources: byUrn(report.resources.map(ofReport)),
    outputs: reported(report.outputs) as { [name: string]: Json },
    violations: sortedByText(
      [...report.violations, ...report.waived.map(asReported)].map(
        ({ pack, policy, level, urn, message, description }) => ({
          pack,
          policy,
          level,
          urn,
          message: message.replace(`${description}\n`, "").trim(),
        }),
      ),
    ),
    remediations: sortedByText(report.remediations.map(({ pack, policy, urn }) => ({ pack, policy, urn }))),
    notes: sortedByText(
      report.diagnostics
        .filter(({ message, severity }) => message.startsWith(NOTE) && severity !== "debug")
        .map(({ severity, urn, message }) => ({ severity, urn, message: message.trim() })),
    ),
  };
}

/** What is waived is advice to the engine, which knows of no waivers. */
function asReported(violation: WaivedViolation): Violation {
  return { ...violation, level: "advisory" };
}

function ofReport(resource: ResourceReport): ResourceView {
  const read = resource.external;
  return {
    urn: resource.urn,
    type: resource.type,
    name: resource.name,
    custom: resource.custom,
    external: resource.external,
    parent: resource.parent ?? "",
    provider: withUnknown(resource.provider ?? ""),
    protect: resource.options.protect === true,
    inputs: reported(resource.inputs) as { [name: string]: Json },
    dependencies: read ? [] : [...resource.dependencies].sort(),
    propertyDependencies: read ? {} : filled(resource.propertyDependencies),
    additionalSecretOutputs: read ? [] : [...resource.options.additionalSecretOutputs].sort(),
    ignoreChanges: read ? [] : [...resource.options.ignoreChanges].sort(),
  };
}
