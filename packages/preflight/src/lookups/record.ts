import { type Placeholders } from "./placeholders/placeholders";
import { type AskedLookup, type JsonObject, type LookupAnswer, type LookupRequest } from "./types";

/** Everything that a program asked of the world outside it, in order, for `preflight lookups`. */
export class LookupRecord {
  readonly asked: AskedLookup[] = [];

  /** @param placeholders What a program goes on with where no answer is recorded; absent where it does not go on. */
  constructor(private readonly placeholders?: Placeholders) {}

  add(request: LookupRequest, answer: LookupAnswer): void {
    this.asked.push({
      request,
      ...(answer.found ? {} : { missing: answer.message }),
      afterPlaceholder: this.placeholders?.given === true,
      from: this.placeholders?.within(subjectOf(request)) ?? [],
    });
  }

  /** A result that a program goes on with; `undefined` where it does not go on. */
  placeholder(token: string): JsonObject | undefined {
    return this.placeholders?.give(token);
  }
}

function subjectOf(request: LookupRequest): JsonObject {
  switch (request.kind) {
    case "invoke":
      return request.args;
    case "stackReference":
      return { name: request.name };
    case "read":
      return { id: request.id };
  }
}
