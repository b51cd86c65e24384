import * as assert from "node:assert/strict";
import { BuildCondition } from "@groundwork/golden-ami";
import { ConfigError } from "@groundwork/core";
import { inputsOf } from "@groundwork/core/testing";
import { pipelineWith, refusedWith } from "../args";

/** What the message says of a schedule. */
async function advice(expression: string): Promise<string> {
  try {
    await pipelineWith({ schedule: { expression } });
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return /must be (.*); write/.exec(error.message)?.[1] ?? error.message;
  }
  return "fine";
}

describe("the schedule of builds", () => {
  it("has a time zone, and builds only what has changed, unless told otherwise", async () => {
    const expression = "cron(0 4 ? * sun *)";
    const scheduled = await pipelineWith({ schedule: { expression } });
    assert.deepEqual(inputsOf(scheduled, "web-ami-pipeline")["schedule"], {
      scheduleExpression: expression,
      timezone: "Etc/UTC",
      pipelineExecutionStartCondition: "EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE",
    });
    const always = { expression, timeZone: "America/Los_Angeles", condition: BuildCondition.Always };
    assert.deepEqual(inputsOf(await pipelineWith({ schedule: always }), "web-ami-pipeline")["schedule"], {
      scheduleExpression: expression,
      timezone: "America/Los_Angeles",
      pipelineExecutionStartCondition: "EXPRESSION_MATCH_ONLY",
    });
  });

  it("is weekly unless the caller has another, or starts the pipeline by hand", async () => {
    const weekly = inputsOf(await pipelineWith({ schedule: {} }), "web-ami-pipeline")["schedule"];
    assert.equal((weekly as { scheduleExpression: string }).scheduleExpression, "cron(0 4 ? * sun *)");
    const byHand = inputsOf(await pipelineWith({ schedule: { onlyByHand: true } }), "web-ami-pipeline");
    assert.ok(!("schedule" in byHand));
    const both = { onlyByHand: true, expression: "rate(1 day)", timeZone: "Etc/UTC", condition: BuildCondition.Always };
    assert.deepEqual(await refusedWith({ schedule: both }), [
      'schedule.expression is "rate(1 day)"',
      'schedule.timeZone is "Etc/UTC"',
      'schedule.condition is "EXPRESSION_MATCH_ONLY"',
    ]);
  });

  for (const expression of [
    ...["cron(0 0 * * ? *)", "cron(*/15 8-17 ? jan-mar,jul MON-FRI 2026-2030)", "cron(0 4 L * ? *)"],
    ...["cron(0 4 15W * ? *)", "cron(0 4 ? * fri#2 *)", "cron(0 4 ? * 6L *)", "cron(0 4 1/7 2,4 ? 2199)"],
    ...["rate(1 day)", "rate(12 hours)", "rate(30 minutes)"],
  ]) {
    it(`may be ${expression}`, async () => assert.equal(await advice(expression), "fine"));
  }

  for (const [expression, allowed] of Object.entries({
    weekly: "a cron or rate expression",
    "rate(1 days)": "a rate such as rate(1 day) or rate(7 days)",
    "rate(0 hours)": "a rate such as rate(1 hour) or rate(7 hours)",
    "rate(7 weeks)": "a cron or rate expression",
    "cron(0 4 * * sun)": "a cron expression of six fields (minute hour day month weekday year), not 5",
    "cron(0  4 ? * sun *)": "a cron expression of six fields (minute hour day month weekday year), not 7",
    "cron(60 4 ? * sun *)": "a cron expression whose minute is from 0 to 59",
    "cron(0 24 ? * sun *)": "a cron expression whose hour is from 0 to 23",
    "cron(0 4 32 * ? *)": "a cron expression whose day is from 1 to 31",
    "cron(0 4 ? 13 sun *)": "a cron expression whose month is from 1 to 12 or jan to dec",
    "cron(0 4 ? * sunday *)": "a cron expression whose weekday is from 1 to 7 or sun to sat",
    "cron(0 4 ? * 0 *)": "a cron expression whose weekday is from 1 to 7 or sun to sat",
    "cron(0 4 ? * fri#6 *)": "a cron expression whose weekday is from 1 to 7 or sun to sat",
    "cron(0 4 ? * fri-mon *)": "a cron expression whose weekday is from 1 to 7 or sun to sat",
    "cron(0 4 ? * sun 1969)": "a cron expression whose year is from 1970 to 2199",
    "cron(? 4 ? * sun *)": "a cron expression whose minute is from 0 to 59",
    "cron(*/0 4 ? * sun *)": "a cron expression whose minute is from 0 to 59",
    "cron(0 4-5-6 ? * sun *)": "a cron expression whose hour is from 0 to 23",
    "cron(0 4/2/2 ? * sun *)": "a cron expression whose hour is from 0 to 23",
    "cron(0 4, ? * sun *)": "a cron expression whose hour is from 0 to 23",
    "cron(0 4 * * sun *)": "a cron expression with ? as either the day or the weekday",
    "cron(0 4 ? * ? *)": "a cron expression with ? as either the day or the weekday",
  })) {
    it(`may not be ${expression}`, async () => assert.equal(await advice(expression), allowed));
  }

  it("refuses what is no time zone and no condition", async () => {
    const schedule = { expression: "rate(1 day)", timeZone: "Berlin", condition: "SOMETIMES" as BuildCondition };
    assert.deepEqual(await refusedWith({ schedule }), [
      'schedule.timeZone is "Berlin"',
      'schedule.condition is "SOMETIMES"',
    ]);
    assert.deepEqual(await refusedWith({ schedule: { expression: "rate(1 day)", timeZone: "+01:00" } }), [
      'schedule.timeZone is "+01:00"',
    ]);
  });
});

describe("the tests of an AMI", () => {
  it("scan it for vulnerabilities, within a time of the caller's", async () => {
    const pipeline = inputsOf(await pipelineWith({ tests: { timeoutMinutes: 120 } }), "web-ami-pipeline");
    assert.deepEqual(pipeline["imageTestsConfiguration"], { imageTestsEnabled: true, timeoutMinutes: 120 });
    assert.deepEqual(pipeline["imageScanningConfiguration"], { imageScanningEnabled: true });
  });

  it("are switched off aloud, and so is the scan, since AWS keeps what it is not told", async () => {
    const pipeline = inputsOf(await pipelineWith({ tests: { skip: true, scan: false } }), "web-ami-pipeline");
    assert.deepEqual(pipeline["imageTestsConfiguration"], { imageTestsEnabled: false, timeoutMinutes: 60 });
    assert.deepEqual(pipeline["imageScanningConfiguration"], { imageScanningEnabled: false });
  });

  it("are of AWS's range, and no scan is without a test instance", async () => {
    assert.deepEqual(await refusedWith({ tests: { timeoutMinutes: 59, skip: true } }), [
      "tests.timeoutMinutes is 59",
      "tests.scan is missing",
    ]);
  });
});
