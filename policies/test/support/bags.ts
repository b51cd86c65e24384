import { existsSync } from "node:fs";
import * as path from "node:path";
import { type Property, readMembers, type Shape } from "@groundwork/preflight/src/lookups/placeholders/declarations";
import { SdkDeclarations } from "@groundwork/preflight/src/lookups/placeholders/sdk-declarations";
import * as fc from "fast-check";
import { secret, UNKNOWN_VALUE } from "./pack";

/** Property bags of AWS's types as the installed @pulumi/aws declares them, with values of right and of wrong kinds. */

type Bag = Record<string, unknown>;

const SDK = path.dirname(require.resolve("@pulumi/aws/package.json"));
const declarations = new SdkDeclarations(SDK);

/** How deep a bag is filled; below stands nothing but scalars. */
const DEPTH = 4;

/** Longer than any list in a real program. */
const HUGE = 1000;

const STATEMENT = { Effect: "Allow", Principal: "*", Action: ["kms:*"], Resource: "*" };
const POLICY = { Version: "2012-10-17", Statement: [STATEMENT, { ...STATEMENT, Principal: { AWS: ["arn:x", 3] } }] };

/** Texts that rules look at: AWS's own words, ids, addresses, JSON, and what only looks like those. */
const TEXTS = [
  ...["", "true", "false", "enabled", "disabled", "required", "optional", "on", "off", "0", "7", "*", "-1", "$Latest"],
  ...[
    "ami-0123456789abcdef0",
    "snap-0123456789abcdef0",
    "lt-0123456789abcdef0",
    "resolve:ssm:/golden-ami/web/approved",
  ],
  ...[
    "0.0.0.0/0",
    "::/0",
    "10.0.0.0/8",
    "10.0.0.0/99",
    "fe80::/10",
    "not a network",
    "eu-west-1",
    "123456789012",
    "all",
  ],
  ...[
    "arn:aws:kms:eu-west-1:123456789012:key/abc",
    "arn:aws:iam::123456789012:root",
    "alias/aws/ebs",
    "arn:",
    "arn:::::",
  ],
  ...[
    "HTTP",
    "HTTPS",
    "TLS",
    "TCP",
    "application",
    "network",
    "gp2",
    "gp3",
    "io1",
    "tcp",
    "redirect",
    "forward",
    "public",
  ],
  ...[
    "ELBSecurityPolicy-2016-08",
    "ELBSecurityPolicy-TLS13-1-2-2021-06",
    "HTTP_301",
    "/dev/xvda",
    "/dev/sdf",
    "ephemeral0",
  ],
  ...[
    "2026-01-01T00:00:00Z",
    "cron(0 5 * * ? *)",
    "cron(",
    "rate(1 day)",
    "{",
    "[]",
    "null",
    "{{",
    "IyEvYmluL3No",
    "%%%",
  ],
  ...[
    JSON.stringify(POLICY),
    JSON.stringify({ Statement: STATEMENT }),
    JSON.stringify({ Statement: [null, 3, [], {}] }),
  ],
  ...["#!/bin/sh\nexport AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI", "constructor", "__proto__", "\u0000", "ä".repeat(300)],
];

const scalar: fc.Arbitrary<unknown> = fc.constantFrom(
  ...[...TEXTS, true, false, null, 0, -1, 1, 3.5, 22, 80, 443, 3389, 65535, 1e21],
);

/** What any property can hold, whatever its type says. */
const anything: fc.Arbitrary<unknown> = fc.oneof(
  scalar,
  fc.constantFrom<unknown>([], {}, [[]], [{}], [null], { key: "value" }, [UNKNOWN_VALUE, false], {
    key: UNKNOWN_VALUE,
  }),
  fc.array(scalar, { maxLength: 3 }),
);

/** A value of the right kind as a rule, else one that is unknown, secret, of another kind, or wrapped otherwise. */
function mostly(right: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 12, arbitrary: right },
    { weight: 2, arbitrary: fc.constant(UNKNOWN_VALUE) },
    { weight: 1, arbitrary: right.map(secret) },
    { weight: 1, arbitrary: fc.constant(secret(UNKNOWN_VALUE)) },
    { weight: 1, arbitrary: right.map((value) => [value]) },
    { weight: 1, arbitrary: anything },
  );
}

const shapes = new Map<string, fc.Arbitrary<unknown>>();

function valueOf(shape: Shape, depth: number): fc.Arbitrary<unknown> {
  const key = JSON.stringify([shape, depth]);
  const known = shapes.get(key);
  const made = known ?? mostly(rightValue(shape, depth));
  shapes.set(key, made);
  return made;
}

function rightValue(shape: Shape, depth: number): fc.Arbitrary<unknown> {
  switch (shape.kind) {
    case "string":
      return fc.constantFrom(...TEXTS);
    case "boolean":
      return fc.boolean();
    case "number":
      return fc.constantFrom(...[-1, 0, 1, 2, 7, 22, 80, 443, 3389, 65535, 1e9]);
    case "list":
      return listOf(valueOf(shape.element, depth));
    case "map":
      return fc.dictionary(fc.constantFrom("Name", "Owner", "key"), valueOf(shape.element, depth), { maxKeys: 3 });
    case "object":
      return depth === 0 ? fc.constant({}) : bagOf(declarations.object(shape.reference) ?? [], depth - 1);
    default:
      return anything;
  }
}

function listOf(item: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 100, arbitrary: fc.array(item, { maxLength: 3 }) },
    { weight: 1, arbitrary: item.map((value) => Array.from({ length: HUGE }, () => value)) },
  );
}

function bagOf(members: Property[], depth: number): fc.Arbitrary<Bag> {
  const fields = members.map(({ name, shape }): [string, fc.Arbitrary<unknown>] => [name, valueOf(shape, depth)]);
  return fc.record(Object.fromEntries(fields), { requiredKeys: [] });
}

const bags = new Map<string, fc.Arbitrary<Bag>>();

/** A bag for a type; of one that is not AWS's, any. */
export function bagFor(type: string): fc.Arbitrary<Bag> {
  const known = bags.get(type);
  const made = known ?? bagOf(membersOf(type), DEPTH);
  bags.set(type, made);
  return made;
}

/** A bag for some inputs of a type, with values of their own kinds, some of them secret or unknown. */
export function bagOfInputs(type: string, names: Iterable<string>): fc.Arbitrary<Bag> {
  const wanted = new Set(names);
  return bagOf(
    membersOf(type).filter(({ name }) => wanted.has(name)),
    DEPTH,
  );
}

function membersOf(type: string): Property[] {
  const [, module = "", file = "", name = ""] = /^aws:(\w+)\/(\w+):(\w+)$/.exec(type) ?? [];
  if (!existsSync(path.join(SDK, module, `${file}.d.ts`)) || module === "") {
    return ["name", "region", "tags", "value"].map((member) => ({
      name: member,
      optional: true,
      shape: { kind: "any" },
      documentation: "",
    }));
  }
  const text = declarations.text(`${module}/${file}.d.ts`);
  const start = text.indexOf(`\nexport interface ${name}Args {`);
  return readMembers(text, start, text.indexOf("\n}", start), 4);
}
