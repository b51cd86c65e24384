/** What a change does in AWS beyond the inputs that it gives. */

import { moduleOf } from "./aws-rules";
import { type Living } from "./cloud";
import { plain, type Properties, textOf, UNKNOWN } from "./values";

/** Inputs as AWS's provider takes them: a certificate's domain is always among its alternative names. */
export function understood(token: string, inputs: Properties): Properties {
  const names = plain(inputs["subjectAlternativeNames"]);
  const domain = textOf(inputs, "domainName");
  return moduleOf(token) === "acm/certificate" && Array.isArray(names) && domain !== undefined
    ? { ...inputs, subjectAlternativeNames: [...new Set([domain, ...names])] }
    : inputs;
}

/** The outputs that count versions and rise with an update, unknown in a preview. */
export function newVersions(token: string, inputs: Properties, before: Properties, preview: boolean): Properties {
  const next = (name: string): number => Number(plain(before[name]) ?? 0) + 1;
  switch (moduleOf(token)) {
    case "ec2/launchTemplate": {
      const latestVersion = preview ? UNKNOWN : next("latestVersion");
      return plain(inputs["updateDefaultVersion"]) === true
        ? { latestVersion, defaultVersion: latestVersion }
        : { latestVersion };
    }
    case "lambda/function":
      return plain(inputs["publish"]) === true ? { version: preview ? UNKNOWN : String(next("version")) } : {};
    default:
      return {};
  }
}

/** The buckets that a load balancer writes its logs to. */
export function loggedInto({ token, inputs }: Living): string[] {
  if (moduleOf(token) !== "lb/loadBalancer") {
    return [];
  }
  const logs = ["accessLogs", "connectionLogs"].map((kind) => (plain(inputs[kind]) ?? {}) as Properties);
  return logs.flatMap((each) => (each["enabled"] === true ? [textOf(each, "bucket") ?? ""] : []));
}
