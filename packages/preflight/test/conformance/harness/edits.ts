import * as assert from "node:assert/strict";
import { type Cloud } from "../provider/cloud";
import { plain } from "../provider/values";
import { assertGroups, type Change, change, deployOnce, only } from "./change";
import { itEach } from "./suite";

/** A change to the arguments of a component of a program, and the steps that it takes. */
export interface Edit {
  does: string;
  /** Which component, by the namespace of its configuration. */
  of: string;
  /** The arguments that are deployed before, beside the program's own; `null` leaves one out. */
  from?: object;
  /** Those that are deployed then; the program's own alone where it is left out. */
  to?: object;
  /** The steps, in groups: those of a group in any order, and all of them after the group before. */
  steps: string[][];
  /** Further steps, at any time. */
  anytime?: string[];
  /** Whether the steps leave out which inputs change. */
  brief?: boolean;
  /** The outputs that resources have afterwards. */
  state?: { [resource: string]: { [output: string]: unknown } };
}

/** A setting of a program that is edited: the arguments of a component. */
export function having(of: Edit["of"], args: object): string {
  return `${of}:change=${JSON.stringify(args)}`;
}

/**
 * A test for each edit: it takes these steps in their order, ends in this state, and leaves nothing to do.
 *
 * @param prepare What is done to the account before.
 */
export function itEdits(program: string, edits: Edit[], prepare?: (cloud: Cloud) => void): void {
  const deployed = deployOnce(program, undefined, prepare);
  itEach(
    edits,
    ({ does }) => does,
    async ({ of, from, to = {}, steps, anytime = [], brief = false, state = {} }) => {
      const first = from === undefined ? undefined : having(of, from);
      const done = await change(deployed(), having(of, to), undefined, first);
      const taken = brief ? done.taken.map((step) => step.split(" ", 2).join(" ")) : done.taken;
      assertGroups(taken, steps, anytime);
      assertState(done, state);
      assert.deepEqual(done.afterwards, []);
    },
  );
}

/** Fails unless resources have these outputs. */
function assertState({ living }: Change, state: NonNullable<Edit["state"]>): void {
  for (const [name, expected] of Object.entries(state)) {
    const { outputs } = only(living, name);
    const found = Object.keys(expected).map((output) => [output, plain(outputs[output])]);
    assert.deepEqual(Object.fromEntries(found), expected, name);
  }
}
