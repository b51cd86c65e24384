import * as assert from "node:assert/strict";
import { type Both, previewBoth, withProgram } from "./harness/both";
import { describeEngine, itEach } from "./harness/suite";

/** A program that fails. */
interface Failure {
  /** The stack in which it does. */
  stack: string;
  because: string;
  /** What both must say. */
  says: RegExp;
}

const failures: Failure[] = [
  { stack: "throws", because: "throws", says: /thrown on purpose[\s\S]*index\.ts:\d+/ },
  { stack: "run-error", because: "throws what needs no stack trace", says: /refused on purpose/ },
  { stack: "rejects", because: "makes an output that rejects", says: /rejected on purpose/ },
  {
    stack: "duplicate",
    because: "registers two of a name",
    says: /Duplicate resource URN '[^']*::twin'; try giving it/,
  },
  { stack: "duplicate-later", because: "registers the second later", says: /Duplicate resource URN '[^']*::twin'/ },
  { stack: "exits", because: "exits by itself", says: /exited with non-zero exit code:? 3/ },
  { stack: "missing-lookup", because: "asks for what nobody recorded", says: /aws:index\/getCallerIdentity:getCaller/ },
];

describeEngine("preflight fails as the engine does, when the program", () => {
  itEach(
    failures,
    ({ because }) => because,
    async ({ stack, says }) => {
      const { run, code, report, errors } = await preview(stack);
      assert.notEqual(run.code, 0, run.output);
      const told = run.events.flatMap(({ diagnosticEvent: said }) => (said?.severity === "error" ? [said] : []));
      assert.match(told.map(({ message }) => message).join("\n"), says);
      assert.notEqual(code, 0);
      assert.equal(report.ok, false);
      assert.match(errors, says);
    },
  );
});

describeEngine("preflight goes on as the engine does, when the program", () => {
  it("logs an error and no more", async () => {
    const { run, report, code } = await preview("log-error");
    assert.equal(run.code, 0, run.output);
    assert.match(run.output, /error: logged on purpose/);
    assert.equal(code, 0);
    assert.ok(
      report.diagnostics.some(({ severity, message }) => severity === "error" && message === "logged on purpose"),
    );
  });
});

function preview(stack: string): Promise<Both> {
  return withProgram("failures", (project) => previewBoth(project, stack));
}
