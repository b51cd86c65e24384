import * as assert from "node:assert/strict";
import { join } from "node:path";
import { assertWritten, type Recorded } from "@groundwork/core/testing";
import { pipelineWith } from "./args";

/** One statement, as it stands in a policy. */
interface Statement {
  Sid?: string;
  Effect: string;
  Principal?: string | Record<string, string>;
  Action: string | string[];
  Resource?: string | string[];
  Condition?: Record<string, Record<string, string | string[]>>;
}

const FILE = join(__dirname, "..", "role-policies.md");

/** The actions that AWS takes for all resources alone. */
const WITHOUT_RESOURCES = ["ec2:DescribeImages"];

/** What each policy is for, by the input that holds it. */
const POLICIES: Record<string, { says: string; input: string }> = {
  "web-ami-build-role": { says: "The build instances: who assumes their role.", input: "assumeRolePolicy" },
  "web-ami-build-log-policy": {
    says: "Beside `EC2InstanceProfileForImageBuilder` and `AmazonSSMManagedInstanceCore`.",
    input: "policy",
  },
  "web-ami-execution-role": { says: "Image Builder, as it runs the pipeline.", input: "assumeRolePolicy" },
  "web-ami-execution-limits-policy": { says: "What AWS's policy lets it, and what it does not.", input: "policy" },
  "web-ami-execution-distribution-policy": { says: "Beside `EC2ImageBuilderExecutionPolicy`.", input: "policy" },
  "web-ami-execution-notification-policy": { says: "With `notifications`.", input: "policy" },
  "web-ami-execution-workflow-policy": { says: "With an approval gate, or documents of one's own.", input: "policy" },
  "web-ami-lifecycle-role": {
    says: "Image Builder, as it retires AMIs, with `EC2ImageBuilderLifecycleExecutionPolicy` alone.",
    input: "assumeRolePolicy",
  },
  "web-ami-topic-policy": { says: "The topic, with `notifications`.", input: "policy" },
  "web-ami-log-bucket-policy": { says: "The bucket of the logs.", input: "policy" },
};

function statementsOf(resources: Recorded[], name: string, input: string): Statement[] {
  const found = resources.find((resource) => resource.name === name)!;
  return (JSON.parse(found.inputs[input] as string) as { Statement: Statement[] }).Statement;
}

/** A statement in lines: who, what, on what, and under which conditions. */
function readable({ Sid, Effect, Principal = {}, Action, Resource = [], Condition = {} }: Statement): string {
  const who = typeof Principal === "string" ? [Principal] : Object.values(Principal);
  const conditions = Object.entries(Condition).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => `${key} ${operator} ${[values].flat().join("\n        or ")}`),
  );
  return [
    ...(Sid === undefined ? [] : [`${Sid}:`]),
    ...who.map((each) => `  who   ${each}`),
    ...[Action].flat().map((action) => `  ${Effect === "Allow" ? "may  " : "not  "} ${action}`),
    ...[Resource].flat().map((resource) => `  on    ${resource}`),
    ...conditions.map((condition) => `  if    ${condition}`),
  ].join("\n");
}

describe("role policies", () => {
  let resources: Recorded[];
  before(async () => {
    resources = await pipelineWith({
      approvalGate: {},
      notifications: { emailAddresses: ["team@example.com"] },
      logs: { keyArn: "arn:of:log-key" },
    });
  });

  it("are those of role-policies.md, which `npm run policies` writes", () => {
    const parts = [
      "# The roles' policies",
      "Written by `npm run policies`: what the roles of the pipeline `web-ami` may, beside what AWS's own policies say, and whom its topic and its bucket let in.",
    ];
    for (const [name, { says, input }] of Object.entries(POLICIES)) {
      const statements = statementsOf(resources, name, input).map(readable).join("\n\n");
      parts.push(`## ${name}`, says, `\`\`\`text\n${statements}\n\`\`\``);
    }
    assertWritten(FILE, parts);
  });

  it("are all that the pipeline has", () => {
    const documents = resources.flatMap(({ name, inputs }) =>
      ["policy", "assumeRolePolicy"].flatMap((input) => (input in inputs ? [`${name} ${input}`] : [])),
    );
    // The key's own policy is that of an `EncryptionKey`.
    assert.deepEqual(
      documents.filter((document) => document !== "web-ami-notifications-key policy").sort(),
      Object.entries(POLICIES)
        .map(([name, { input }]) => `${name} ${input}`)
        .sort(),
    );
  });

  it("allow no action and no resource by a wildcard where AWS knows better, and services only for this account", () => {
    let allowed = 0;
    for (const [name, { input }] of Object.entries(POLICIES)) {
      for (const { Effect, Action, Resource, Principal, Condition } of statementsOf(resources, name, input)) {
        if (Effect !== "Allow") {
          continue;
        }
        allowed += 1;
        const actions = [Action].flat();
        assert.ok(!actions.some((action) => /^(\*|[a-z0-9]+:\*)$/.test(action)), `${name}: ${actions.join()}`);
        assert.ok(
          ![Resource].flat().includes("*") || actions.every((action) => WITHOUT_RESOURCES.includes(action)),
          `${name}: ${actions.join()}`,
        );
        const service = typeof Principal === "object" ? Principal["Service"] : undefined;
        if (service !== undefined && service !== "ec2.amazonaws.com") {
          assert.ok(JSON.stringify(Condition ?? {}).includes("111122223333"), name);
        }
        if (actions.some((action) => action.startsWith("kms:"))) {
          assert.notEqual(Condition, undefined, `${name}: ${actions.join()}`);
        }
      }
    }
    assert.ok(allowed >= 10, String(allowed));
  });
});
