import * as path from "node:path";
import { DEFAULT_PROVIDER, type JsonObject, Lookups, type LookupAnswer } from "../../src/lookups";
import { type Json } from "../../src/document";
import { within } from "../project/temporary";

export const GET_AMI = "aws:ec2/getAmi:getAmi";

/** A call of no Region, through the provider that Pulumi chooses. */
export const NOWHERE = { provider: DEFAULT_PROVIDER, config: {} };

export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

export function secret(value: Json): JsonObject {
  return { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value };
}

/** What a test does with the look-ups of a file with this content. */
export function withLookups<T>(content: unknown, test: (lookups: Lookups) => T): Promise<T> {
  return within({ "lookups.json": JSON.stringify(content) }, (directory) =>
    test(Lookups.load(directory.path("lookups.json"), true)),
  );
}

/** What the look-ups of a file with this content answer; `@` stands for the file's directory. */
export function ask(content: unknown, question: (lookups: Lookups) => LookupAnswer): Promise<LookupAnswer> {
  return withLookups(content, (lookups) => {
    const answer = question(lookups);
    return answer.found ? answer : { ...answer, message: answer.message.replaceAll(path.dirname(lookups.file), "@") };
  });
}
