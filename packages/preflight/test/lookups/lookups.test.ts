import * as assert from "node:assert/strict";
import { type Json } from "../../src/document";
import { DEFAULT_PROVIDER, type JsonObject, lookupsFile } from "../../src/lookups";
import { loadProject, loadStack } from "../../src/project";
import { within } from "../project/temporary";
import { ask, GET_AMI, NOWHERE, secret, UNKNOWN } from "./recorded";

function invokes(...entries: [args: JsonObject, result: JsonObject | null][]): unknown {
  return { invokes: entries.map(([args, result]) => ({ token: GET_AMI, args, result })) };
}

describe("lookupsFile", () => {
  it("is beside the stack's file", () =>
    within(
      { "Pulumi.yaml": "name: a\nruntime: nodejs\nstackConfigDir: stacks\n", "stacks/Pulumi.dev.yaml": "" },
      async (directory) => {
        const project = loadProject(directory.root);
        assert.equal(
          lookupsFile(project, await loadStack(project, "dev")),
          directory.path("stacks", "lookups.dev.json"),
        );
      },
    ));
});

describe("Lookups.invoke", () => {
  it("takes the entry that names most of the call's arguments, at any depth", async () => {
    const content = invokes(
      [{}, { id: "any" }],
      [{ owners: ["amazon"] }, { id: "amazon" }],
      [{ owners: ["amazon"], filters: [{ name: "name", values: ["al2023-*"] }] }, { id: "al2023" }],
      [{ owners: ["amazon"], filters: [{ name: "name" }] }, { id: "named" }],
    );
    const cases: [JsonObject, string][] = [
      [{ owners: ["amazon"], filters: [{ name: "name", values: ["al2023-*"] }], mostRecent: true }, "al2023"],
      [{ owners: ["amazon"], filters: [{ name: "name", values: ["other"] }] }, "named"],
      [{ owners: ["amazon"], filters: [{ name: "architecture", values: ["arm64"] }] }, "amazon"],
      [{ owners: ["amazon"] }, "amazon"],
      [{ owners: ["amazon", "self"] }, "any"],
      [{}, "any"],
    ];
    for (const [args, id] of cases) {
      assert.deepEqual(await ask(content, (lookups) => lookups.invoke(GET_AMI, args, NOWHERE)), {
        found: true,
        value: { id },
      });
    }
  });

  it("takes an entry without args for any call", async () => {
    const content = { invokes: [{ token: GET_AMI, result: { id: "any" } }] };
    assert.equal((await ask(content, (lookups) => lookups.invoke(GET_AMI, { a: 1 }, NOWHERE))).found, true);
    assert.equal((await ask(content, (lookups) => lookups.invoke("other", { a: 1 }, NOWHERE))).found, false);
  });

  it("takes neither of two entries that fit as closely and answer differently", async () => {
    const content = invokes([{ a: 1 }, { id: "a" }], [{ x: 0 }, { id: "x" }], [{ b: 2 }, { id: "b" }]);
    assert.deepEqual(await ask(content, (lookups) => lookups.invoke(GET_AMI, { a: 1, b: 2 }, NOWHERE)), {
      found: false,
      message:
        `@/lookups.json: invokes[0] and invokes[2] both answer ${GET_AMI} and fit as closely; ` +
        "name one more of its arguments, or its region, in the one that is meant.",
    });
  });

  it("takes either of two entries that fit as closely and answer the same", async () => {
    const content = invokes([{ a: 1 }, { id: "same" }], [{ b: 2 }, { id: "same" }]);
    const answer = await ask(content, (lookups) => lookups.invoke(GET_AMI, { a: 1, b: 2 }, NOWHERE));
    assert.deepEqual(answer, { found: true, value: { id: "same" } });
  });

  it("takes null for an argument that the call leaves out, and for no other", async () => {
    const content = invokes([{ a: null }, { id: "without a" }]);
    assert.equal((await ask(content, (lookups) => lookups.invoke(GET_AMI, {}, NOWHERE))).found, true);
    assert.equal((await ask(content, (lookups) => lookups.invoke(GET_AMI, { a: 0 }, NOWHERE))).found, false);
  });

  it("tells types apart", async () => {
    for (const [entry, call] of [
      [1, "1"],
      [true, "true"],
      [[], {}],
      [{}, []],
      [{}, "x"],
      [["a"], "a"],
      [
        ["a", "b"],
        ["b", "a"],
      ],
    ] as [Json, Json][]) {
      const answer = await ask(invokes([{ a: entry }, {}]), (lookups) => lookups.invoke(GET_AMI, { a: call }, NOWHERE));
      assert.equal(answer.found, false, JSON.stringify([entry, call]));
    }
  });

  it("fits secret arguments by their value", async () => {
    const content = invokes([{ password: "hunter2" }, { id: "x" }]);
    assert.equal(
      (await ask(content, (lookups) => lookups.invoke(GET_AMI, { password: secret("hunter2") }, NOWHERE))).found,
      true,
    );
    assert.equal(
      (await ask(content, (lookups) => lookups.invoke(GET_AMI, { password: secret("other") }, NOWHERE))).found,
      false,
    );
  });

  it("passes secrets in a result through", async () => {
    const content = invokes([{}, { token: secret("s") }]);
    assert.deepEqual(await ask(content, (lookups) => lookups.invoke(GET_AMI, {}, NOWHERE)), {
      found: true,
      value: { token: secret("s") },
    });
  });

  it("says which result is still to be filled in", async () => {
    const content = invokes([{}, {}], [{ a: 1 }, null]);
    assert.deepEqual(await ask(content, (lookups) => lookups.invoke(GET_AMI, { a: 1 }, NOWHERE)), {
      found: false,
      message: `@/lookups.json: invokes[1].result is still null; fill in what ${GET_AMI} returns.`,
    });
  });

  it("shows the entry to add for a call without one, and never a secret", async () => {
    const args = {
      owners: ["self"],
      token: secret("hunter2"),
      nested: { keep: 1, drop: secret("x") },
      list: [UNKNOWN],
    };
    assert.deepEqual(await ask({}, (lookups) => lookups.invoke(GET_AMI, args, NOWHERE)), {
      found: false,
      message: `@/lookups.json: no entry answers ${GET_AMI}; add this to "invokes" with the value in place of null, or let \`preflight lookups\` add it:
{
  "token": "aws:ec2/getAmi:getAmi",
  "args": {
    "owners": ["self"],
    "nested": {
      "keep": 1
    }
  },
  "result": null
}`,
    });
  });
});

describe("Lookups.stackReference", () => {
  const content = { stackReferences: { "acme/net/prod": { vpcId: "vpc-1" }, "acme/net/dev": null } };

  it("has the outputs of the stack of that name", async () =>
    assert.deepEqual(await ask(content, (lookups) => lookups.stackReference("acme/net/prod")), {
      found: true,
      value: { vpcId: "vpc-1" },
    }));

  it("says which outputs are still to be filled in, and what to add for those that are not there", async () => {
    assert.deepEqual(await ask(content, (lookups) => lookups.stackReference("acme/net/dev")), {
      found: false,
      message: `@/lookups.json: stackReferences["acme/net/dev"] is still null; fill in that stack's outputs.`,
    });
    assert.deepEqual(await ask(content, (lookups) => lookups.stackReference("acme/net/ci")), {
      found: false,
      message:
        '@/lookups.json: no entry has the outputs of the stack acme/net/ci; add this to "stackReferences" with the value in place of null, ' +
        'or let `preflight lookups` add it:\n"acme/net/ci": null',
    });
  });
});

describe("Lookups.read", () => {
  it("takes the entry of the Region, and neither of two that fit as closely", async () => {
    const reads = ["eu-west-1", "us-east-1"].map((region) => ({ type: "t", id: "i", region, state: { region } }));
    const site = { provider: DEFAULT_PROVIDER, config: {}, region: "us-east-1" };
    assert.deepEqual(await ask({ reads }, (lookups) => lookups.read("t", "i", site)), {
      found: true,
      value: { region: "us-east-1" },
    });
    const alike = [...reads, { type: "t", id: "i", provider: DEFAULT_PROVIDER, state: {} }];
    assert.deepEqual(await ask({ reads: alike }, (lookups) => lookups.read("t", "i", site)), {
      found: false,
      message:
        "@/lookups.json: reads[1] and reads[2] both answer t i and fit as closely; " +
        "name its region or its provider in the one that is meant.",
    });
  });

  const VPC = "aws:ec2/vpc:Vpc";
  const content = {
    reads: [
      { type: VPC, id: "vpc-1", state: { cidrBlock: "10.0.0.0/16" } },
      { type: VPC, id: "vpc-2", state: null },
    ],
  };

  it("has the state of the resource of that type and id", async () =>
    assert.deepEqual(await ask(content, (lookups) => lookups.read(VPC, "vpc-1", NOWHERE)), {
      found: true,
      value: { cidrBlock: "10.0.0.0/16" },
    }));

  it("says which state is still to be filled in, and what to add for one that is not there", async () => {
    assert.deepEqual(await ask(content, (lookups) => lookups.read(VPC, "vpc-2", NOWHERE)), {
      found: false,
      message: "@/lookups.json: reads[1].state is still null; fill in the resource's properties.",
    });
    assert.deepEqual(await ask(content, (lookups) => lookups.read("aws:ec2/subnet:Subnet", "vpc-1", NOWHERE)), {
      found: false,
      message: `@/lookups.json: no entry has the state of aws:ec2/subnet:Subnet vpc-1; add this to "reads" with the value in place of null, or let \`preflight lookups\` add it:
{
  "type": "aws:ec2/subnet:Subnet",
  "id": "vpc-1",
  "state": null
}`,
    });
  });
});
