import { type JsonObject } from "../types";
import { ArgumentError, Arguments, mistaken } from "./arguments";

/** The parts of an ARN; the last may itself hold colons. */
export interface Arn {
  partition: string;
  service: string;
  region: string;
  account: string;
  resource: string;
}

/** @throws {@link ArgumentError} where the text is none. */
function parseArn(text: string): Arn {
  const [prefix, partition, service, region, account, ...resource] = text.split(":");
  if (prefix !== "arn" || resource.length === 0) {
    throw mistaken("arn", "arn:partition:service:region:account:resource", text);
  }
  return {
    partition: partition ?? "",
    service: service ?? "",
    region: region ?? "",
    account: account ?? "",
    resource: resource.join(":"),
  };
}

export function formatArn({ partition, service, region, account, resource }: Arn): string {
  return ["arn", partition, service, region, account, resource].join(":");
}

/** `aws.getArn` */
export function getArn(args: JsonObject): JsonObject {
  const text = new Arguments(args, ["arn", "id"]).requiredText("arn");
  return { ...parseArn(text), arn: text, id: text };
}

/** `aws.arnParse` */
export function arnParse(args: JsonObject): JsonObject {
  const { account, ...parts } = parseArn(new Arguments(args, ["arn"]).requiredText("arn"));
  return { ...parts, accountId: account };
}

/** `aws.arnBuild` */
export function arnBuild(args: JsonObject): JsonObject {
  const given = new Arguments(args, ["partition", "service", "region", "accountId", "resource"]);
  const result = formatArn({
    partition: given.requiredText("partition"),
    service: given.requiredText("service"),
    region: given.requiredText("region"),
    account: given.requiredText("accountId"),
    resource: given.requiredText("resource"),
  });
  return { result };
}

/** `aws.trimIamRolePath` */
export function trimIamRolePath(args: JsonObject): JsonObject {
  const arn = parseArn(new Arguments(args, ["arn"]).requiredText("arn"));
  const allowed: [fits: boolean, what: string][] = [
    [arn.service === "iam", 'service must be "iam"'],
    [arn.region === "", "region must be empty"],
    [arn.resource.startsWith("role/"), 'resource must begin with "role/"'],
  ];
  const wrong = allowed.find(([fits]) => !fits);
  if (wrong !== undefined) {
    throw new ArgumentError(`arn is ${formatArn(arn)}, but its ${wrong[1]}.`, formatArn(arn));
  }
  return { result: formatArn({ ...arn, resource: `role/${arn.resource.split("/").at(-1)}` }) };
}
