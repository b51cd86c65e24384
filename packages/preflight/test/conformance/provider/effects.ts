/** What a change does in AWS beyond the inputs that it gives. */

import { moduleOf } from "./aws-rules";
import { type Living } from "./cloud";
import { plain, type Properties, same, textOf, UNKNOWN } from "./values";

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
    case "ssm/parameter":
      return parameterVersion(inputs, before, preview);
    default:
      return {};
  }
}

/**
 * A parameter is put again with whatever changes but its tags, which AWS counts. AWS's provider announces it only where the
 * value or the description changes.
 *
 * @see https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/ssm/parameter.go
 */
function parameterVersion(inputs: Properties, before: Properties, preview: boolean): Properties {
  const changes = (names: string[]): boolean =>
    names.some((name) => inputs[name] !== undefined && !same(plain(inputs[name]), plain(before[name])));
  if (preview) {
    return changes(["value", "description"]) ? { version: UNKNOWN } : {};
  }
  const { tags: _tags, overwrite: _overwrite, ...put } = inputs;
  return changes(Object.keys(put)) ? { version: Number(plain(before["version"]) ?? 0) + 1 } : {};
}

/** The buckets that a load balancer writes its logs to. */
export function loggedInto({ token, inputs }: Living): string[] {
  if (moduleOf(token) !== "lb/loadBalancer") {
    return [];
  }
  const logs = ["accessLogs", "connectionLogs"].map((kind) => (plain(inputs[kind]) ?? {}) as Properties);
  return logs.flatMap((each) => (each["enabled"] === true ? [textOf(each, "bucket") ?? ""] : []));
}
