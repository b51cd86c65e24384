import * as assert from "node:assert/strict";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import {
  AmiBackup,
  AmiConsistency,
  type AmiSchedule,
  DefaultBackup,
  type PolicySchedule,
  ScheduledResource,
  SharedSnapshotCopies,
  SnapshotSchedule,
  type SnapshotScheduleArgs,
} from "@groundwork/snapshot-lifecycle";
import { assertWritten, inputsOf, record } from "@groundwork/core/testing";

/** One statement, as it stands in a policy. */
interface Statement {
  Effect: string;
  Action: string | string[];
  Resource: string | string[];
  Condition?: Record<string, Record<string, unknown>>;
}

const FILE = join(__dirname, "..", "service-roles.md");
const KEY = "arn:aws:kms:eu-west-1:111122223333:key/volumes";
const DAILY: PolicySchedule = { name: "daily", retain: { days: 7 } };
const ARGS: SnapshotScheduleArgs = {
  place: { accountId: "111122223333", region: "eu-west-1" },
  targetTags: { Backup: "daily" },
  schedules: [DAILY],
};

const schedule = (args: Partial<SnapshotScheduleArgs> = {}) => new SnapshotSchedule("x", { ...ARGS, ...args });
const scheduled = (more: Partial<PolicySchedule>, args: Partial<SnapshotScheduleArgs> = {}) =>
  schedule({ ...args, schedules: [{ ...DAILY, ...more }] });
const copies = [{ region: "eu-central-1", keyArn: "arn:aws:kms:eu-central-1:111122223333:key/copies", retainDays: 30 }];
const scripts = (document: string) => scheduled({ scripts: { document } }, { resource: ScheduledResource.Instance });

const amis = (more: Partial<AmiSchedule>) =>
  new AmiBackup("x", {
    ...ARGS,
    consistency: AmiConsistency.RebootsInstances,
    schedules: [{ ...DAILY, ...more }],
    ...(more.copies && { sourceKeyArns: [KEY] }),
  });

const byDefault = (resource: ScheduledResource) => new DefaultBackup("x", { place: ARGS.place, resource });

/** What each argument adds to the role of a component; the first is what the role may do without any. */
const ROLES: Record<string, Record<string, () => pulumi.ComponentResource>> = {
  SnapshotSchedule: {
    "nothing but schedules": () => schedule(),
    copies: () => scheduled({ copies }, { sourceKeyArns: [KEY] }),
    archive: () =>
      scheduled({ cron: "cron(0 3 1 * ? *)", retain: { days: 31 }, archive: { days: 365 } }, { sourceKeyArns: [KEY] }),
    fastRestore: () => scheduled({ fastRestore: { zones: ["eu-west-1a"], retain: { days: 1 } } }),
    sharing: () => scheduled({ sharing: { accountIds: ["444455556666"] } }),
    "scripts, with a document of one's own": () => scripts("freeze-database"),
    "scripts, with AWS_VSS_BACKUP": () => scripts("AWS_VSS_BACKUP"),
  },
  AmiBackup: {
    "nothing but schedules": () => amis({}),
    copies: () => amis({ copies }),
  },
  "DefaultBackup of volumes": { "all arguments": () => byDefault(ScheduledResource.Volume) },
  "DefaultBackup of instances": { "all arguments": () => byDefault(ScheduledResource.Instance) },
  SharedSnapshotCopies: {
    "all arguments": () =>
      new SharedSnapshotCopies("x", {
        place: ARGS.place,
        ownerAccountIds: ["444455556666"],
        copies,
        sourceKeyArns: ["arn:aws:kms:eu-west-1:444455556666:key/theirs"],
      }),
  },
};

async function statementsOf(make: () => pulumi.ComponentResource): Promise<Statement[]> {
  const resources = await record(make);
  return (JSON.parse(inputsOf(resources, "x-role-policy")["policy"] as string) as { Statement: Statement[] }).Statement;
}

/** A statement in lines; all are of the effect Allow. */
function readable({ Effect, Action, Resource, Condition = {} }: Statement): string {
  assert.equal(Effect, "Allow");
  const conditions = Object.entries(Condition).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => `  if  ${key} ${operator} ${String(values)}`),
  );
  return [
    ...[Action].flat().map((action) => `may   ${action}`),
    ...[Resource].flat().map((resource) => `  on  ${resource}`),
    ...conditions,
  ].join("\n");
}

describe("service roles", () => {
  it("may do what service-roles.md says, which `npm run policies` writes", async () => {
    const parts = [
      "# The service roles",
      "Written by `npm run policies`: what each argument lets a component's role do.",
    ];
    for (const [component, roles] of Object.entries(ROLES)) {
      parts.push(`## ${component}`);
      const [base] = Object.values(roles);
      const always = (await statementsOf(base!)).map(readable);
      for (const [index, [argument, make]] of Object.entries(roles).entries()) {
        const statements = (await statementsOf(make)).map(readable);
        const shown = index === 0 ? statements : statements.filter((statement) => !always.includes(statement));
        assert.deepEqual(
          always.filter((statement) => !statements.includes(statement)),
          [],
          argument,
        );
        parts.push(`### ${argument}`, `\`\`\`text\n${shown.join("\n\n")}\n\`\`\``);
      }
    }
    assertWritten(FILE, parts);
  });

  for (const [component, roles] of Object.entries(ROLES)) {
    for (const [argument, make] of Object.entries(roles)) {
      it(`change nothing that they do not name, and use no key that they do not name: ${component}, ${argument}`, async () => {
        for (const { Action, Resource, Condition } of await statementsOf(make)) {
          const actions = [Action].flat();
          const on = [Resource].flat();
          assert.ok(on.length > 0);
          assert.ok(
            !actions.some((action) => action.includes("*") && !/^kms:(ReEncrypt|GenerateDataKey)\*$/.test(action)),
          );
          if (on.includes("*")) {
            assert.deepEqual(
              actions.filter((action) => !/:(Describe|List|Get)/.test(action)),
              [],
            );
          }
          if (actions.some((action) => action.startsWith("kms:"))) {
            assert.ok(on.every((key) => /^arn:aws:kms:[\w-]+:\d{12}:key\/\w+$/.test(key)));
          }
          if (actions.includes("kms:CreateGrant")) {
            assert.deepEqual(Condition, { Bool: { "kms:GrantIsForAWSResource": "true" } });
          }
        }
      });
    }
  }

  it("name keys and documents that are made in the same program", async () => {
    const statements = await statementsOf(() =>
      scheduled(
        {
          copies: [{ ...copies[0]!, keyArn: pulumi.output(copies[0]!.keyArn) }],
          scripts: { document: pulumi.output("own") },
        },
        { sourceKeyArns: pulumi.output([KEY]), resource: ScheduledResource.Instance },
      ),
    );
    const on = statements.flatMap(({ Resource }) => Resource);
    assert.ok(on.includes(KEY) && on.includes(copies[0]!.keyArn));
    assert.ok(on.includes("arn:aws:ssm:eu-west-1:111122223333:document/own"));
  });

  it("run a document of another account by its ARN", async () => {
    const document = "arn:aws:ssm:eu-west-1:444455556666:document/freeze";
    const on = (await statementsOf(() => scripts(document))).flatMap(({ Resource }) => Resource);
    assert.ok(on.includes(document));
  });
});
