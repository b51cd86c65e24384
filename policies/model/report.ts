import type { EnforcementLevel, ReportViolation, Severity } from "@pulumi/policy";
import { OnUnknown } from "./levels";
import type { Rule, RuleConfig } from "./rule";
import type { Fact } from "./verdict";

/** A rule as it is configured. */
export interface Setting {
  level: EnforcementLevel;
  config: RuleConfig;
}

/** A fact, and whose it is. */
export interface Finding {
  rule: Rule;
  setting: Setting;
  urn: string;
  fact: Fact;
}

/** `reportViolation` takes another rule's violation at a level of its own, though its type does not say so. */
type ReportAny = (violation: {
  name: string;
  description: string;
  message: string;
  urn: string;
  enforcementLevel: EnforcementLevel;
  severity: Severity;
}) => void;

/** Where all rules report. */
export class Report {
  private readonly send: ReportAny;

  constructor(report: ReportViolation) {
    this.send = report as unknown as ReportAny;
  }

  /** Reports what is wrong. What a remediation has left wrong is wrong for good. */
  failure({ rule, setting, urn, fact }: Finding): void {
    this.violation(rule, urn, setting.level === "remediate" ? "mandatory" : setting.level, [fact.message]);
  }

  /** Reports all that stays unknown of one resource, at once: at the strictest level, in the name of the first rule. */
  unknowns(findings: Finding[]): void {
    const worth = (level: OnUnknown) => findings.filter(({ setting }) => setting.config.onUnknown === level);
    const [mandatory, advisory] = [worth(OnUnknown.Mandatory), worth(OnUnknown.Advisory)];
    const counted = [...mandatory, ...advisory];
    const [first] = counted;
    if (first !== undefined) {
      const lines = counted.map(({ rule, fact }) =>
        rule === first.rule ? fact.message : `${rule.name}: ${fact.message}`,
      );
      this.violation(first.rule, first.urn, mandatory.length > 0 ? "mandatory" : "advisory", lines);
    }
  }

  private violation(rule: Rule, urn: string, enforcementLevel: EnforcementLevel, lines: string[]): void {
    const message = [rule.requires, ...lines].join("\n");
    this.send({ name: rule.name, description: rule.requires, message, urn, enforcementLevel, severity: rule.severity });
  }
}
