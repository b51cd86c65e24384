import { EnforcementLevel as LevelNumber, PolicySeverity } from "@pulumi/pulumi/proto/analyzer_pb";
import { type EnforcementLevel } from "../document";

const LEVELS: Record<number, EnforcementLevel> = {
  [LevelNumber.ADVISORY]: "advisory",
  [LevelNumber.MANDATORY]: "mandatory",
  [LevelNumber.DISABLED]: "disabled",
  [LevelNumber.REMEDIATE]: "remediate",
};

const SEVERITIES: Record<number, string> = {
  [PolicySeverity.POLICY_SEVERITY_UNSPECIFIED]: "",
  [PolicySeverity.POLICY_SEVERITY_LOW]: "low",
  [PolicySeverity.POLICY_SEVERITY_MEDIUM]: "medium",
  [PolicySeverity.POLICY_SEVERITY_HIGH]: "high",
  [PolicySeverity.POLICY_SEVERITY_CRITICAL]: "critical",
};

/** A level by its number; one that no SDK of today sends is taken for the strictest. */
export function levelOf(level: LevelNumber): EnforcementLevel {
  return LEVELS[level] ?? "mandatory";
}

export function levelNumber(level: EnforcementLevel): LevelNumber {
  return Number(Object.entries(LEVELS).find(([, name]) => name === level)?.[0]);
}

export function severityOf(severity: PolicySeverity): string {
  return SEVERITIES[severity] ?? "";
}
