import { type ApprovedAmi } from "./approved-ami";

/** The days before the end of an approval in which whoever launches by it is warned. */
export const APPROVAL_NOTICE_DAYS = 14;

const DAY_MILLISECONDS = 86_400_000;

/** The days that an approval has left, in UTC: 0 on its last day, less once it is over. */
export function daysLeft({ expires }: Pick<ApprovedAmi, "expires">, now = new Date()): number {
  const today = Math.floor(now.getTime() / DAY_MILLISECONDS);
  return Date.parse(expires) / DAY_MILLISECONDS - today;
}
