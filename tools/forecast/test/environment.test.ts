import assert from "node:assert/strict";
import { ConfigError } from "@groundwork/core";
import { type Json, type ResourceReport } from "@groundwork/preflight";
import { type Environment, environmentOf } from "../src/environment/environment";
import { type ForecastFile } from "../src/figures";
import { type EnvironmentForecast, forecastEnvironment } from "../src/forecast";
import { FIGURES, policy, resource, urnOf, volume } from "./support";

const TAGGED = { Backup: "daily" };

const INSTANCE = "aws:ec2/instance:Instance";

const OF_INSTANCES = { resourceTypes: ["INSTANCE"] };

function forecast(resources: ResourceReport[], file: ForecastFile = FIGURES): EnvironmentForecast {
  return forecastEnvironment(environmentOf("test", resources), file);
}

/** How many volumes of which name and size the first policy finds. */
function found(resources: ResourceReport[], file?: ForecastFile): unknown[] {
  return forecast(resources, file).policies[0]?.volumes.map(({ name, count, sizeGiB }) => [name, count, sizeGiB]) ?? [];
}

describe("what a preview shows of snapshots", () => {
  it("is each volume that carries a policy's tag", () => {
    const untagged = volume("other", { tags: { Backup: "weekly" } });
    assert.deepEqual(found([volume("data"), untagged, volume("none", { tags: null }), policy("nightly")]), [
      ["data", 1, 200],
    ]);
  });

  it("is the volumes of instances, by the tags of either", () => {
    const instance = resource(INSTANCE, "server", {
      tags: TAGGED,
      volumeTags: { Kind: "any" },
      rootBlockDevice: { volumeSize: 8, tags: { Kind: "root" } },
      ebsBlockDevices: [
        { deviceName: "/dev/sdf", volumeSize: 100, tags: TAGGED },
        { deviceName: "/dev/sdg", volumeSize: 50, tags: { Scratch: "yes" } },
      ],
    });
    const attached = [
      volume("data", { tags: {} }),
      resource(
        "aws:ec2/volumeAttachment:VolumeAttachment",
        "attachment",
        {},
        {
          volumeId: [urnOf("data")],
          instanceId: [urnOf("server")],
        },
      ),
    ];
    assert.deepEqual(found([instance, policy("nightly")]), [["server (/dev/sdf)", 1, 100]]);
    assert.deepEqual(found([instance, ...attached, policy("nightly", OF_INSTANCES)]), [
      ["server (root)", 1, 8],
      ["server (/dev/sdf)", 1, 100],
      ["server (/dev/sdg)", 1, 50],
      ["data", 1, 200],
    ]);
    const parameters = { excludeBootVolume: true, excludeDataVolumeTags: { Scratch: "yes" } };
    assert.deepEqual(found([instance, ...attached, policy("nightly", { ...OF_INSTANCES, parameters })]), [
      ["server (/dev/sdf)", 1, 100],
      ["data", 1, 200],
    ]);
  });

  it("is the volumes of a fleet, as many as it begins with", () => {
    const template = resource("aws:ec2/launchTemplate:LaunchTemplate", "web-launch-template", {
      blockDeviceMappings: [
        { deviceName: "/dev/xvda", ebs: { volumeSize: 20 } },
        { deviceName: "/dev/xvdb", virtualName: "ephemeral0" },
      ],
      tagSpecifications: [
        { resourceType: "instance", tags: {} },
        { resourceType: "volume", tags: TAGGED },
      ],
    });
    const group = (name: string, inputs: Record<string, number>, by = "launchTemplate"): ResourceReport =>
      resource("aws:autoscaling/group:Group", name, inputs, { [by]: [urnOf("web-launch-template")] });
    const name = "web-launch-template (/dev/xvda)";
    assert.deepEqual(found([template, group("a", { minSize: 3, maxSize: 9 }), policy("nightly")]), [[name, 3, 20]]);
    const mixed = group("b", { minSize: 1, desiredCapacity: 4 }, "mixedInstancesPolicy");
    assert.deepEqual(found([template, group("a", { minSize: 3 }), mixed, policy("nightly")]), [[name, 7, 20]]);
    assert.deepEqual(found([template, policy("nightly")]), []);
    const [byInstance] = forecast([
      template,
      group("a", { minSize: 2 }),
      policy("nightly", { ...OF_INSTANCES, targetTags: TAGGED }),
    ]).notes;
    assert.equal(byInstance, "nightly is not forecast: it finds no volume here.");
  });

  it("is what each schedule says, however the provider writes it", () => {
    const schedules: Json = [
      {
        name: "monthly",
        createRule: { cronExpression: "cron(0 3 1 * ? *)" },
        retainRule: { count: "3" },
        archiveRule: { archiveRetainRule: { retentionArchiveTier: { count: 12 } } },
        fastRestoreRule: { availabilityZones: ["us-east-1a"], count: 1 },
        crossRegionCopyRules: [
          { target: "eu-west-1", retainRule: { interval: 2, intervalUnit: "MONTHS" }, cmkArn: "arn:one" },
          { targetRegion: "eu-central-1", retainRule: { interval: 6, intervalUnit: "WEEKS" } },
        ],
      },
      { createRule: { interval: "12" }, retainRule: { interval: 1, intervalUnit: "YEARS" } },
    ];
    const { policies } = environmentOf("test", [policy("nightly", { schedules }, { region: "us-east-1" })]);
    assert.deepEqual(policies[0]!.schedules, [
      {
        name: "monthly",
        cron: "cron(0 3 1 * ? *)",
        retain: { count: 3 },
        archive: { count: 12 },
        fastRestore: { zones: ["us-east-1a"], retain: { count: 1 } },
        copies: [
          { region: "eu-west-1", retainDays: 60, keyArn: "arn:one" },
          { region: "eu-central-1", retainDays: 42 },
        ],
      },
      { name: "schedule", intervalHours: 12, retain: { days: 365 }, copies: [] },
    ]);
  });

  it("leaves out what has no schedules, is off, or is nowhere, and says so", () => {
    const { notes }: Environment = environmentOf("test", [
      policy("events", { policyType: "EVENT_BASED_POLICY" }),
      policy("all", {}, { defaultPolicy: "VOLUME" }),
      policy("off", {}, { state: "DISABLED" }),
      policy("nowhere", {}, { region: "[unknown]" }),
    ]);
    assert.deepEqual(notes, [
      "events is not forecast: it has no schedules, but a default or event policy.",
      "all is not forecast: it has no schedules, but a default or event policy.",
      "off is not forecast: it is disabled.",
      "nowhere is not forecast: it does not say in which Region it is.",
    ]);
  });

  it("takes figures of a resource, or of one of its devices, before those of all", () => {
    const file = (name: string): ForecastFile => ({
      ...FIGURES,
      environments: { test: { [name]: { sizeGiB: 10, count: 5, writtenPercent: 50 } }, other: { gone: {} } },
    });
    const instance = resource(INSTANCE, "server", { rootBlockDevice: { tags: TAGGED } });
    for (const name of ["server", "server (root)"]) {
      const [own] = forecast([instance, policy("nightly")], file(name)).policies[0]!.volumes;
      assert.deepEqual([own!.count, own!.sizeGiB, own!.writtenGiB, own!.changedGiB.high], [5, 10, 5, 0.15]);
    }
  });

  it("refuses names that no volume has, sizes that nobody knows and what cannot be forecast, all at once", () => {
    const unsized = volume("unsized", { size: "[unknown]" });
    const file = { ...FIGURES, environments: { test: { dato: { count: 2 } } } };
    assert.throws(
      () => forecast([volume("data"), unsized, policy("nightly"), policy("far", {}, { region: "sa-east-1" })], file),
      (error: ConfigError) => {
        assert.ok(error instanceof ConfigError);
        assert.deepEqual(
          error.message.split("\n").map((line) => line.trim()),
          [
            'Forecast of "test": 3 mistakes',
            '- figures.environments.test."dato" is no volume of the preview; it has data, unsized: correct or remove it.',
            '- the size of unsized is not in the preview; set sizeGiB, or count: 0, in figures.environments.test."unsized".',
            "- far: prices.sa-east-1.standardPerGiBMonth is missing, but must be a number of US dollars, because no source for it " +
              "is known here; look it up at https://aws.amazon.com/ebs/pricing/, and pass it.",
          ],
        );
        return true;
      },
    );
    const none = { ...FIGURES, environments: { test: { unsized: { count: 0 } } } };
    assert.deepEqual(found([volume("data"), unsized, policy("nightly")], none), [["data", 1, 200]]);
  });
});
