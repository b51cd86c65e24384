import * as assert from "node:assert/strict";
import { ask, GET_AMI, NOWHERE, secret, withLookups } from "./recorded";

describe("secrets in recorded answers", () => {
  const content = {
    invokes: [{ token: GET_AMI, result: { plain: 1, deep: [{ "fn::secret": { user: "hunter2" } }] } }],
    stackReferences: { "acme/db/dev": { "fn::secret": { password: "hunter3", port: 5432, tls: true } } },
    reads: [{ type: "t", id: "i", state: { token: { "fn::secret": ["hunter4", { a: "hunter5" }] } } }],
  };

  it("are marked for the program, at any depth or as a whole", async () => {
    assert.deepEqual(await ask(content, (lookups) => lookups.invoke(GET_AMI, {}, NOWHERE)), {
      found: true,
      value: { plain: 1, deep: [secret({ user: "hunter2" })] },
    });
    assert.deepEqual(await ask(content, (lookups) => lookups.stackReference("acme/db/dev")), {
      found: true,
      value: { password: secret("hunter3"), port: secret(5432), tls: secret(true) },
    });
    assert.deepEqual(await ask(content, (lookups) => lookups.read("t", "i", NOWHERE)), {
      found: true,
      value: { token: secret(["hunter4", { a: "hunter5" }]) },
    });
  });

  it("are told with all answers, to be hidden wherever they turn up", () =>
    withLookups(content, (lookups) => {
      assert.deepEqual(lookups.answers, [
        { plain: 1, deep: [secret({ user: "hunter2" })] },
        { password: secret("hunter3"), port: secret(5432), tls: secret(true) },
        { token: secret(["hunter4", { a: "hunter5" }]) },
      ]);
    }));
});
