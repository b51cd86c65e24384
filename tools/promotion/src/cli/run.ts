import { ConfigError } from "@groundwork/core";
import { check } from "../check";
import { type Desk } from "../desk";
import { PromotionError, Refusal } from "../errors";
import { promote } from "../promote";
import { parseArguments } from "./arguments";
import { HELP } from "./help";

/** The exit statuses beside 0. */
const [FINDINGS, FAILURE] = [1, 2];

/**
 * Runs a command line.
 *
 * @param complain Writes lines about what is wrong.
 * @returns The exit status.
 */
export async function run(argv: string[], desk: Desk, complain: (text: string) => void): Promise<number> {
  try {
    const command = parseArguments(argv);
    switch (command.kind) {
      case "help":
        desk.out(HELP.trimEnd());
        return 0;
      case "check":
        return (await check(command.options, desk)) === 0 ? 0 : FINDINGS;
      case "promote":
        await promote(command.options, desk);
        return 0;
    }
  } catch (error) {
    if (error instanceof Refusal) {
      complain([`✗ ${error.subject} is not fit:`, ...error.reasons.map((reason) => `  - ${reason}.`)].join("\n"));
      return FINDINGS;
    }
    if (error instanceof PromotionError || error instanceof ConfigError) {
      complain(`error: ${error.message}`);
      return FAILURE;
    }
    throw error;
  }
}
