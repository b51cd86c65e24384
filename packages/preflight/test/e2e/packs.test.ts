import * as assert from "node:assert/strict";
import { type ResourceReport, type StackReport, type Violation } from "../../src/document";
import { fixture, pack, resource, TemporaryProgram, told } from "./harness";

const MADE = JSON.stringify(fixture("made"));

/** A program with a disk that the packs below have something to say of, and what became of it. */
const PROGRAM = {
  "index.js": `
    const pulumi = require("@pulumi/pulumi");
    const { Disk, Shelf } = require(${MADE});
    const big = new Disk("big", { size: 900, label: pulumi.secret("hunter2-label") });
    const shelf = new Shelf("shelf", {});
    const follower = new Disk("follower", { size: 1, label: big.arn });
    exports.tags = big.tags;`,
};

const JUDGE = `
  const isDisk = (args) => args.type === "made:store/disk:Disk";
  const seen = (name, extra = {}) => ({
    name,
    description: name + " is required",
    enforcementLevel: "advisory",
    validateResource: () => undefined,
    ...extra,
  });
  new PolicyPack("judge", {
    policies: [
      seen("size-is-small", {
        enforcementLevel: "mandatory",
        severity: "high",
        remediationSteps: "Make it smaller.",
        url: "https://example.com/small",
        configSchema: { properties: { max: { type: "integer", default: 500 } } },
        validateResource: (args, report) => {
          const { max } = args.getConfig();
          if (isDisk(args) && args.props.size > max) report("size " + args.props.size + " is above " + max);
        },
      }),
      seen("is-named", { validateResource: (args, report) => isDisk(args) && report(args.name + " of " + args.urn) }),
      seen("is-off", { enforcementLevel: "disabled", validateResource: (_args, report) => report("should not run") }),
      seen("has-owner", {
        enforcementLevel: "remediate",
        remediateResource: (args) => {
          if (!isDisk(args)) return undefined;
          if (args.name === "big") return { ...args.props, tags: { owner: "platform" } };
          args.props.tags = { owner: "platform" };
          return args.props;
        },
      }),
      seen("owner-is-seen", {
        enforcementLevel: "mandatory",
        validateResource: (args, report) => isDisk(args) && args.props.tags?.owner !== "platform" && report("no owner"),
      }),
      seen("reads-the-unknown", {
        enforcementLevel: "mandatory",
        validateResource: (args, report) => isDisk(args) && args.props.label?.startsWith("x") && report("x"),
      }),
      {
        name: "stack-has-a-big-disk",
        description: "seen as a whole",
        enforcementLevel: "advisory",
        validateStack: (args, report) => {
          const disks = args.resources.filter((resource) => resource.type === "made:store/disk:Disk");
          const [follower] = disks.filter((disk) => disk.name === "follower");
          report(disks.length + " disks, one follows " + follower.dependencies.map(({ name }) => name), follower.urn);
          report("about the stack");
        },
      },
      {
        name: "stack-reads-the-unknown",
        description: "computed",
        enforcementLevel: "mandatory",
        validateStack: (args, report) => {
          for (const disk of args.resources) if (disk.props.arn?.startsWith("arn:")) report("known");
        },
      },
    ],
  });`;

describe("a policy pack that judges", () => {
  let program: TemporaryProgram;
  let report: StackReport;

  before(async function () {
    this.timeout(120_000);
    program = new TemporaryProgram({ ...PROGRAM, ...pack("judge", JUDGE) });
    report = await program.preview({ policyPacks: [{ directory: program.path("judge") }] });
  });

  after(() => program.remove());

  function violations(policy: string): Violation[] {
    return report.violations.filter((violation) => violation.policy === policy);
  }

  it("is named in the report with its version and how many of its policies are on", () => {
    assert.deepEqual(report.packs, [{ name: "judge", version: "1.2.3", policies: 7 }]);
  });

  it("fails the stack by a mandatory policy, with all that the pack says of it", () => {
    assert.equal(report.ok, false);
    assert.equal(report.failure, undefined, told(report));
    assert.deepEqual(violations("size-is-small"), [
      {
        pack: "judge",
        packVersion: "1.2.3",
        policy: "size-is-small",
        level: "mandatory",
        severity: "high",
        message: "size-is-small is required\nsize 900 is above 500",
        description: "size-is-small is required",
        remediationSteps: "Make it smaller.",
        url: "https://example.com/small",
        urn: resource(report, "big").urn,
      },
    ]);
  });

  function disks(): ResourceReport[] {
    return report.resources.filter(({ type }) => type === "made:store/disk:Disk");
  }

  it("tells an advisory policy of each resource, in the order of registration", () => {
    assert.deepEqual(
      violations("is-named").map(({ level, message, urn }) => [level, message, urn]),
      disks().map(({ name, urn }) => ["advisory", `is-named is required\n${name} of ${urn}`, urn]),
    );
  });

  it("runs no policy that is disabled", () => assert.deepEqual(violations("is-off"), []));

  it("mends inputs for the program, for later policies and for the report", () => {
    assert.deepEqual(resource(report, "shelf-disk").inputs, { size: 1, tags: { owner: "platform" } });
    assert.deepEqual(report.outputs["tags"], { owner: "platform" });
    assert.deepEqual(violations("owner-is-seen"), []);
  });

  it("tells what it mended, and keeps secrets secret even where a policy copied their text", () => {
    const disks = report.resources.filter(({ type }) => type === "made:store/disk:Disk");
    assert.equal(disks.length, 3);
    assert.deepEqual(
      report.remediations.map(({ policy, urn, properties }) => [policy, urn.split("::").pop(), properties]),
      disks.map(({ name }) => ["has-owner", name, ["tags"]]),
    );
    assert.deepEqual(resource(report, "big").inputs["label"], "[secret]");
    assert.equal(JSON.stringify(report).includes("hunter2"), false);
  });

  it("makes a policy that reads an unknown value advisory, as the SDK has it", () => {
    assert.deepEqual(
      violations("reads-the-unknown").map(({ level, urn }) => [level, urn.split("::").pop()]),
      [["advisory", "follower"]],
    );
    assert.match(violations("reads-the-unknown")[0]?.message ?? "", /can't be known during preview/);
  });

  it("shows a stack policy every resource with what it depends on", () => {
    const [about, whole] = violations("stack-has-a-big-disk");
    assert.equal(about?.message, "seen as a whole\n3 disks, one follows big");
    assert.equal(about.urn, resource(report, "follower").urn);
    assert.equal(whole?.message, "seen as a whole\nabout the stack");
    assert.equal(whole.urn, report.resources[0]?.urn);
  });

  it("makes what the cloud computes unknown to a stack policy", () => {
    const [violation] = violations("stack-reads-the-unknown");
    assert.equal(violation?.level, "advisory");
    assert.match(violation.message, /arn can't be known during preview/);
  });
});

describe("the configuration of a policy pack", () => {
  let program: TemporaryProgram;

  before(() => {
    program = new TemporaryProgram({ ...PROGRAM, ...pack("judge", JUDGE) });
  });

  after(() => program.remove());

  async function configured(config: object): Promise<StackReport> {
    const configFile = program.write("policies.json", JSON.stringify(config));
    return program.preview({ policyPacks: [{ directory: program.path("judge"), configFile }] });
  }

  it("sets the properties and the level of a policy", async function () {
    this.timeout(60_000);
    const report = await configured({
      all: "disabled",
      "size-is-small": { enforcementLevel: "advisory", max: 800 },
    });
    assert.deepEqual(
      report.violations.map(({ policy, level, message }) => [policy, level, message]),
      [["size-is-small", "advisory", "size-is-small is required\nsize 900 is above 800"]],
    );
    assert.equal(report.packs[0]?.policies, 1);
    assert.equal(report.ok, true);
  });

  it("is refused where it does not fit the pack's schema, with the file, the policy and the value", async function () {
    this.timeout(60_000);
    const report = await configured({ "size-is-small": { max: "large" } });
    assert.equal(report.failure, "configuration");
    assert.match(told(report), /policies\.json: the configuration does not fit policy pack judge:/);
    assert.match(told(report), /"size-is-small\.max" is "large", but must be integer/);
  });

  it("is refused where it names a policy or a property that the pack does not have, with the nearest", async function () {
    this.timeout(60_000);
    const report = await configured({ "size-is-smal": "mandatory", "size-is-small": { maxx: 3 } });
    assert.equal(report.failure, "configuration");
    assert.match(told(report, "error"), /"size-is-smal" is no policy of the pack; did you mean "size-is-small"\?/);
    assert.match(told(report, "error"), /"size-is-small" has no property "maxx"; did you mean "max"\?/);
  });
});
