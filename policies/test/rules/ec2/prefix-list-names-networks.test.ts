import rule from "../../../rules/ec2/prefix-list-names-networks";
import { describeRule } from "../../support/table";

const holds = (field: string) => [
  `${field} is the world, which no rule that names the list shows; name the networks that are meant.`,
];

describeRule(rule, [
  {
    it: "fails a list with the world among its networks",
    fails: { entries: [{ cidr: "10.0.0.0/8" }, { cidr: "0.0.0.0/0" }] },
    messages: holds("entries[1].cidr"),
    passes: { "networks alone": { entries: [{ cidr: "10.0.0.0/8" }] } },
  },
  {
    it: "fails an entry of its own",
    type: "aws:ec2/managedPrefixListEntry:ManagedPrefixListEntry",
    fails: { cidr: "::/0" },
    messages: holds("cidr"),
    passes: { "a network": { cidr: "fd00::/8" } },
  },
]);
