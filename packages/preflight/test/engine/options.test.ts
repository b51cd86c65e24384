import * as assert from "node:assert/strict";
import { Alias } from "@pulumi/pulumi/proto/alias_pb";
import { RegisterResourceRequest, TransformResourceOptions } from "@pulumi/pulumi/proto/resource_pb";
import { optionsOf, reportOptions, timeoutsOf } from "../../src/engine/options";
import { NO_OPTIONS } from "../../src/engine/state";
import { urnOf } from "./program";

/** The options of a request, as reports show them. */
function reported(set: (request: RegisterResourceRequest) => void) {
  const request = new RegisterResourceRequest();
  set(request);
  return reportOptions(optionsOf(request, ""));
}

/** Timeouts for creation and deletion. */
function timeouts(create: string, remove = "") {
  const timeouts = new RegisterResourceRequest.CustomTimeouts();
  timeouts.setCreate(create);
  timeouts.setDelete(remove);
  return timeouts;
}

describe("the options of a resource", () => {
  it("are none where the program sets none", () =>
    assert.deepEqual(
      reported(() => undefined),
      NO_OPTIONS,
    ));

  it("are told as the program sets them", () => {
    const told = reported((request) => {
      request.setProtect(true);
      request.setRetainondelete(true);
      request.setDeletebeforereplace(true);
      request.setDeletebeforereplacedefined(true);
      request.setIgnorechangesList(["tags"]);
      request.setReplaceonchangesList(["name"]);
      request.setAdditionalsecretoutputsList(["key"]);
      request.setDeletedwith(urnOf("a:b:C", "other"));
      request.setImportid("i-1");
      request.setVersion("7.1.0");
      request.setPlugindownloadurl("https://example.com");
      request.setCustomtimeouts(timeouts("1h", "30m"));
    });
    assert.deepEqual(told, {
      protect: true,
      retainOnDelete: true,
      deleteBeforeReplace: true,
      ignoreChanges: ["tags"],
      replaceOnChanges: ["name"],
      additionalSecretOutputs: ["key"],
      aliases: [],
      customTimeouts: { create: "1h", delete: "30m" },
      deletedWith: urnOf("a:b:C", "other"),
      importId: "i-1",
      version: "7.1.0",
      pluginDownloadUrl: "https://example.com",
    });
  });

  it("tell a flag that is set to false only where that says something", () => {
    const told = reported((request) => {
      request.setProtect(false);
      request.setDeletebeforereplacedefined(true);
    });
    assert.deepEqual(told, { ...NO_OPTIONS, deleteBeforeReplace: false });
  });

  it("name an alias by its URN, or by what was other before", () => {
    const spec = new Alias.Spec();
    spec.setName("old");
    spec.setType("aws:sns/topic:Topic");
    const orphan = new Alias.Spec();
    orphan.setNoparent(true);
    const told = reported((request) => {
      request.setAliasurnsList([urnOf("a:b:C", "first")]);
      request.setAliasesList([spec, orphan].map((one) => new Alias().setSpec(one)));
    });
    assert.deepEqual(told.aliases, [urnOf("a:b:C", "first"), "name=old type=aws:sns/topic:Topic", "no parent"]);
  });
});

describe("a timeout", () => {
  function seconds(create: string): number {
    const options = new TransformResourceOptions();
    options.setCustomTimeouts(timeouts(create));
    return timeoutsOf(options).create;
  }

  for (const [duration, expected] of [
    ["", 0],
    ["0", 0],
    ["90s", 90],
    ["1h30m", 5400],
    ["1.5h", 5400],
    [".5m", 30],
    ["1500ms", 1.5],
    ["-2m", -120],
    ["2us", 2e-6],
  ] as const) {
    it(`of "${duration}" is ${expected} s`, () => assert.ok(Math.abs(seconds(duration) - expected) < 1e-9));
  }

  for (const duration of ["10", "10 m", "m", "1d", "1h-30m", "one hour"]) {
    it(`of "${duration}" is refused, as Go writes none like it`, () => {
      assert.throws(() => seconds(duration), {
        message: `unable to parse customTimeout Value ${duration}; write a number with a unit, such as "30m" or "1h30m"`,
      });
    });
  }
});
