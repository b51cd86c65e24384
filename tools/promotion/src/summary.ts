import { type ScanFindings } from "@groundwork/core";
import { type Evidence } from "./evidence";

/** The evidence on a screen, one fact to a line. */
export function summary({ ami, build, fits }: Evidence, amiName: string, environment: string): string {
  const encrypted = ami.snapshots.length - ami.unencrypted.length;
  const facts: [what: string, is: string][] = [
    ["of", `account ${ami.owner}, ${ami.region}, made on ${ami.created}`],
    ["build", `${build.arn}: ${build.status}`],
    ["parent", build.parent ?? "not known"],
    ["tests", build.tests.length === 0 ? "none" : build.tests.join(", ")],
    ["scan", build.findings === undefined ? (build.scan ?? "none") : counted(build.findings)],
    ["encrypted", `${encrypted} of ${ami.snapshots.length} snapshots`],
    ["architecture", fits === undefined ? ami.architecture : `${ami.architecture}, for ${fits.instanceType}`],
    ["state", ami.state],
    ["deprecated", ami.deprecated ?? "never"],
  ];
  const width = Math.max(...facts.map(([what]) => what.length));
  const lines = facts.map(([what, is]) => `  ${what.padEnd(width)}  ${is}`);
  return [`${amiName} for ${environment}: ${ami.id}`, ...lines].join("\n");
}

function counted(findings: ScanFindings): string {
  return Object.entries(findings)
    .map(([severity, count]) => `${count} ${severity}`)
    .join(", ");
}
