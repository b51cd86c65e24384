import { each, fieldOf, get, type Subject, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { type Facts, fail } from "../../model/verdict";
import { isWorld } from "../../model/world";

const LIST = "aws:ec2/managedPrefixList:ManagedPrefixList";

function judgeEntry(entry: Subject): Facts {
  const field = fieldOf(entry, "cidr");
  return where(isWorld(get(entry, "cidr")), () =>
    fail(field, `${field} is the world, which no rule that names the list shows; name the networks that are meant.`),
  );
}

export default defineRule({
  name: "prefix-list-names-networks",
  requires: "A prefix list that security groups name does not hold the world.",
  fix: "Name the networks that are meant.",
  severity: "high",
  group: Group.Exposure,
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/managed-prefix-lists.html",
  types: [LIST, "aws:ec2/managedPrefixListEntry:ManagedPrefixListEntry"],
  guards: ["entries", "cidr"],
  judge: (resource) => (resource.type === LIST ? each(resource, "entries", judgeEntry) : judgeEntry(resource)),
});
