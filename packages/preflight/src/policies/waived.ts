import { type EnforcementLevel, type Violation, type WaivedViolation } from "../document";

/** The tag of a pack that has waivers, and says so in its messages; of no other pack are they read. */
export const WAIVING = "preflight:waives";

/** Who waives a violation, why and until when: a line of its message, because the protocol has no field for it. */
const WAIVED = /^Waived \(else (mandatory|advisory)\) until (\d{4}-\d\d-\d\d) by ([^()\n]+) \((\S+)\): (\S.*)$/;

/**
 * A violation as it is, or as one that is waived: where its pack has waivers, and the first line after the description says
 * so. Only advice is taken for waived, so that nothing can be passed by that the engine would stop.
 */
export function waivedOr(violation: Violation, packWaives: boolean): Violation | WaivedViolation {
  const { level, message, description } = violation;
  const line = message.startsWith(`${description}\n`) ? message.slice(description.length + 1).split("\n", 1)[0] : "";
  const [, otherwise, expiry = "", approver = "", ticket = "", reason = ""] = WAIVED.exec(line ?? "") ?? [];
  return packWaives && level === "advisory" && otherwise !== undefined
    ? { ...violation, level: otherwise as EnforcementLevel, waiver: { expiry, approver, ticket, reason } }
    : violation;
}

/** Whether a violation is waived. */
export function isWaived(violation: Violation | WaivedViolation): violation is WaivedViolation {
  return "waiver" in violation;
}
