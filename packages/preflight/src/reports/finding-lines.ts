import {
  type Diagnostic,
  type EnforcementLevel,
  type Remediation,
  type Violation,
  type WaivedViolation,
} from "../document";
import { describeUrn } from "./resource-names";
import { type Colours, type TerminalStyle } from "./style";
import { clean, cleanLine, wrap } from "./text";

/** How a kind of finding catches the eye: a sign for those who see no colour, and a colour. */
interface Emphasis {
  sign: string;
  label: string;
  paint: (colours: Colours) => (text: string) => string;
}

const LEVELS: Record<EnforcementLevel, Emphasis> = {
  mandatory: { sign: "✗", label: "mandatory", paint: (colours) => colours.red },
  advisory: { sign: "!", label: "advisory", paint: (colours) => colours.yellow },
  remediate: { sign: "~", label: "remediated", paint: (colours) => colours.cyan },
  disabled: { sign: "·", label: "disabled", paint: (colours) => colours.dim },
};

const WAIVED: Emphasis = { sign: "○", label: "waived", paint: (colours) => colours.dim };

const SEVERITIES: Record<Diagnostic["severity"], Emphasis> = {
  error: { sign: "✗", label: "error", paint: (colours) => colours.red },
  warning: { sign: "!", label: "warning", paint: (colours) => colours.yellow },
  info: { sign: "·", label: "info", paint: (colours) => colours.cyan },
  debug: { sign: "·", label: "debug", paint: (colours) => colours.dim },
};

/** The levels, the gravest first. */
const GRAVITY = Object.keys(LEVELS);

/** The indentation of what belongs to a headline. */
const INDENT = "  ";

/** The violations with the gravest first, and those of one level in the order in which they were found. */
export function byGravity(violations: Violation[]): Violation[] {
  return [...violations].sort((one, other) => GRAVITY.indexOf(one.level) - GRAVITY.indexOf(other.level));
}

/** The sign of the gravest violation, painted; `undefined` where there is none. */
export function gravestSign(violations: Violation[], { colours }: TerminalStyle): string | undefined {
  const gravest = byGravity(violations)[0];
  if (gravest === undefined) {
    return undefined;
  }
  const { sign, paint } = LEVELS[gravest.level];
  return colours.bold(paint(colours)(sign));
}

/** A violation: level and policy, what is wrong, how to mend it, where to read more. */
export function violationLines(violation: Violation, style: TerminalStyle, subject = ""): string[] {
  const { colours } = style;
  return [
    headline(LEVELS[violation.level], violation.policy, [subject, notesOf(violation)], colours),
    ...prose(violation.message, style),
    ...(violation.remediationSteps === "" ? [] : labelled("Fix", violation.remediationSteps, style)),
    ...(violation.url === "" ? [] : [`${INDENT}${colours.dim(cleanLine(violation.url))}`]),
  ];
}

/** A waived violation: the policy, and what is wrong with whose leave; there is nothing to mend before that ends. */
export function waivedLines(violation: WaivedViolation, style: TerminalStyle, subject = ""): string[] {
  return [
    headline(WAIVED, violation.policy, [subject, notesOf(violation)], style.colours),
    ...prose(violation.message, style),
  ];
}

/** A remediation: which policy changed which properties. */
export function remediationLines(remediation: Remediation, style: TerminalStyle, subject = ""): string[] {
  const pack = `${remediation.pack} ${remediation.packVersion}`.trim();
  return [
    headline(LEVELS.remediate, remediation.policy, [subject, cleanLine(pack)], style.colours),
    ...prose(`Changed ${remediation.properties.join(", ")}`, style),
  ];
}

/** A diagnostic: how grave, about which resource, and what was said. */
export function diagnosticLines({ severity, urn, message }: Diagnostic, style: TerminalStyle): string[] {
  const { sign, label, paint } = SEVERITIES[severity];
  const { colours } = style;
  const subject = urn === "" ? "" : `  ${describeUrn(urn)}`;
  return [`${colours.bold(paint(colours)(`${sign} ${label}`))}${subject}`, ...prose(message.trimEnd(), style)];
}

function notesOf({ severity, pack, packVersion }: Violation): string {
  return cleanLine([severity, `${pack} ${packVersion}`.trim()].filter((note) => note !== "").join(" · "));
}

function headline({ sign, label, paint }: Emphasis, policy: string, notes: string[], colours: Colours): string {
  const title = colours.bold(paint(colours)(`${sign} ${label}  ${cleanLine(policy)}`));
  const [subject, rest] = notes;
  return [title, subject, colours.dim(rest ?? "")].filter((part) => part !== "").join("  ");
}

function prose(text: string, { width }: TerminalStyle): string[] {
  return wrap(clean(text), width - INDENT.length).map((line) => INDENT + line);
}

/** Prose behind a label, its further lines under the first. */
function labelled(label: string, text: string, { colours, width }: TerminalStyle): string[] {
  const [first, ...rest] = wrap(clean(text), width - INDENT.length - label.length - 2);
  const hanging = " ".repeat(label.length + 2);
  return [`${INDENT}${colours.cyan(`${label}:`)} ${first}`, ...rest.map((line) => INDENT + hanging + line)];
}
