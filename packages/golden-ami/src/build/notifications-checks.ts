import { type Checks } from "@groundwork/core";
import { type BuildNotifications } from "./notifications-args";

/** Records what is wrong with who is told of builds. */
export function checkNotifications(checks: Checks, notifications: BuildNotifications = {}): void {
  const { topicArn, emailAddresses } = notifications;
  const field = "notifications.emailAddresses";
  checks.matches(
    "notifications.topicArn",
    topicArn,
    /^arn:[\w-]+:sns:[\w-]+:\d{12}:[\w-]+$/,
    "the ARN of a standard topic, since Image Builder takes no FIFO topic",
    "copy it from the console",
  );
  checks.leftOut(field, topicArn === undefined ? undefined : emailAddresses, "beside topicArn", "subscribe them there");
  checks.count(field, emailAddresses, 1, Infinity, "at least one address", "leave it out for nobody");
  checks.different(field, emailAddresses, "different addresses", "name each once");
  emailAddresses?.forEach((address, index) =>
    checks.matches(`${field}[${index}]`, address, /^[^\s@]+@[^\s@]+\.[^\s@]+$/, "a mail address", "correct it"),
  );
}
