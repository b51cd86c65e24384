import type { EnforcementLevel, ReportViolation, Severity } from "@pulumi/policy";
import { OnUnknown } from "./levels";
import type { Rule, RuleConfig } from "./rule";
import type { Fact } from "./verdict";
import { waivedLine, type Waiver } from "./waivers";

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
  /** What waives it. */
  waiver?: Waiver;
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
  failure(finding: Finding): void {
    const { level } = finding.setting;
    this.violation(finding, level === "remediate" ? "mandatory" : level, [finding.fact.message]);
  }

  /** Reports all that stays unknown of one resource, at once: at the strictest level, in the name of the first rule. */
  unknowns(findings: Finding[]): void {
    this.waivedUnknowns(findings.filter(({ waiver }) => waiver !== undefined));
    const own = findings.filter(({ waiver }) => waiver === undefined);
    const worth = (level: OnUnknown) => own.filter(({ setting }) => setting.config.onUnknown === level);
    const [mandatory, advisory] = [worth(OnUnknown.Mandatory), worth(OnUnknown.Advisory)];
    const counted = [...mandatory, ...advisory];
    const [first] = counted;
    if (first !== undefined) {
      const lines = counted.map(({ rule, fact }) =>
        rule === first.rule ? fact.message : `${rule.name}: ${fact.message}`,
      );
      this.violation(first, mandatory.length > 0 ? "mandatory" : "advisory", lines);
    }
  }

  /** A waiver is for one rule, so what it waives of a resource is said in that rule's name. */
  private waivedUnknowns(findings: Finding[]): void {
    const { Ignore, Mandatory } = OnUnknown;
    for (const rule of new Set(findings.map((finding) => finding.rule))) {
      const all = findings.filter((finding) => finding.rule === rule);
      const [first] = all;
      if (first !== undefined && first.setting.config.onUnknown !== Ignore) {
        const level = first.setting.config.onUnknown === Mandatory ? "mandatory" : "advisory";
        const lines = all.map(({ fact }) => fact.message);
        this.violation(first, level, lines);
      }
    }
  }

  /** Says something of a resource at a level; what is waived is advice. */
  private violation({ rule, urn, waiver }: Finding, level: EnforcementLevel, lines: string[]): void {
    const waived = waiver === undefined ? [] : [waivedLine(waiver, level)];
    const message = [rule.requires, ...waived, ...lines].join("\n");
    const enforcementLevel = waiver === undefined ? level : "advisory";
    this.send({ name: rule.name, description: rule.requires, message, urn, enforcementLevel, severity: rule.severity });
  }
}
