import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { EVERY_TYPE } from "../../model/types";
import { fail } from "../../model/verdict";

export default defineRule({
  name: "ignored-changes-hide-nothing",
  requires: "No change of an input is ignored on which a mandatory rule rests.",
  fix: "Take the input out of ignoreChanges.",
  severity: "high",
  group: Group.Exposure,
  url: "https://docs.aws.amazon.com/wellarchitected/latest/operational-excellence-pillar/ops_dev_integ_conf_mgmt_sys.html",
  types: [EVERY_TYPE],
  // Of such an input the engine tells a pack what is deployed, not what the program says: so the rule that rests on it
  // judges rightly, but nothing that somebody has changed at AWS is ever put right.
  judge: (resource, _config, program) => {
    const { ignoreChanges } = resource.options;
    if (ignoreChanges.length === 0) {
      return [];
    }
    const guards = program.guards(resource.type);
    return ignoreChanges.flatMap((path) =>
      [...guards]
        .filter(([input]) => path === "*" || inputOf(path) === input)
        .slice(0, 1)
        .map(([input, rule]) =>
          fail(
            `ignoreChanges ${path}`,
            `ignoreChanges has ${path}, and ${rule} rests on ${input}, which nothing puts right any more; take it out.`,
          ),
        ),
    );
  },
});

/** The input that a path leads to: `tags` of `tags["Owner"]`. */
function inputOf(path: string): string {
  return (/^\["([^"]+)"\]/.exec(path) ?? /^([^.[]+)/.exec(path))?.[1] ?? path;
}
